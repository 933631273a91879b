// One request is under way at a time, and the last one made meanwhile comes next. Gradio's
// "always_last" would run again with the words of the first.

// An answer that takes longer than `lostMs` milliseconds will not come.
function latest(send, lostMs = 8000) {
  let sentAt = null;
  let waiting = null;

  function go(data) {
    sentAt = performance.now();
    waiting = null;
    send(data);
  }

  return {
    ask(data) {
      if (sentAt !== null && performance.now() - sentAt < lostMs) waiting = data;
      else go(data);
    },
    // Whether another request was waiting and is under way now.
    answered() {
      sentAt = null;
      if (waiting === null) return false;
      go(waiting);
      return true;
    },
  };
}
