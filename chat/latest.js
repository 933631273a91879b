// One request is under way at a time, and the last one made meanwhile comes next. Gradio's
// "always_last" would run again with the words of the first.

const LOST_MS = 8000; // an answer that takes longer will not come

function latest(send) {
  let sentAt = null;
  let waiting = null;

  function go(data) {
    sentAt = performance.now();
    waiting = null;
    send(data);
  }

  return {
    ask(data) {
      if (sentAt !== null && performance.now() - sentAt < LOST_MS) waiting = data;
      else go(data);
    },
    answered() {
      sentAt = null;
      if (waiting !== null) go(waiting);
    },
  };
}
