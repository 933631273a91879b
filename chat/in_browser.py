"""Functions that Gradio runs in the browser when an event happens, without asking the server.

The page scripts (`*.js`) hear of it through events of the document named “chat:…”.
"""

from __future__ import annotations

from chat.conversation import MAX_QUESTION_CHARACTERS

QUERY = "() => location.search"

# A shared question is asked once: it leaves the address, or loading the page again would ask again.
ASK_SHARED = f"""(question) => {{
  const address = new URL(location.href);
  if (!address.searchParams.get("q")) return question;
  ["q", "region", "in_force"].forEach((name) => address.searchParams.delete(name));
  history.replaceState(history.state, "", address);
  document.dispatchEvent(new CustomEvent("chat:ask", {{ detail: {{ question }} }}));
  return question.trim() && [...question].length <= {MAX_QUESTION_CHARACTERS} ? "" : question;
}}"""


def tell(event: str, *, failed: bool) -> str:
    """A function that tells the page scripts how something has ended, by an event of that name."""
    detail = f"{{ failed: {'true' if failed else 'false'} }}"
    return (
        f'() => {{ document.dispatchEvent(new CustomEvent("{event}", {{ detail: {detail} }})); }}'
    )
