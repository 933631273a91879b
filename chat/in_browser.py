"""Functions that Gradio runs in the browser when an event happens, without asking the server.

The page scripts (`*.js`) hear of it through events of the document named “chat:…”.
"""

from __future__ import annotations

from chat.conversation import MAX_QUESTION_CHARACTERS

QUERY = "() => location.search"

# A shared question is asked once: it leaves the address, or loading the page again would ask again.
# Where its region is gone it waits in the box, so that nobody gets another place's answer unseen.
ASK_SHARED = f"""(question, region) => {{
  const address = new URL(location.href);
  if (!address.searchParams.get("q")) return question;
  const elsewhere = (address.searchParams.get("region") ?? "").trim() !== region;
  ["q", "region", "in_force"].forEach((name) => address.searchParams.delete(name));
  history.replaceState(history.state, "", address);
  if (elsewhere) return question;
  document.dispatchEvent(new CustomEvent("chat:ask", {{ detail: {{ question }} }}));
  return question.trim() && [...question].length <= {MAX_QUESTION_CHARACTERS} ? "" : question;
}}"""


def tell(event: str, *, failed: bool) -> str:
    """A function that tells the page scripts how something has ended, by an event of that name."""
    detail = f"{{ failed: {'true' if failed else 'false'} }}"
    return (
        f'() => {{ document.dispatchEvent(new CustomEvent("{event}", {{ detail: {detail} }})); }}'
    )
