"""From a question to a checked and cited answer.

`service` opens it and `answering` runs it: a question is understood (`understanding`) and screened
(`refusing`), passages are searched for (`searching`) and their statements weighed (`evidence`, and
by what is `asked_for`: `weighing`); `composing` puts the lines together from what holds for the
place (`places`), leads by its standing (`standing`), is set beside other findings (`comparing`),
corrects what the question takes for granted (`premises`), works a sum out (`calculation`) or tells
a document as a whole (`whole`); `parts` adds what a question of several leaves open; `deciding`
tells whether all that is good enough to be said; `wording` writes it, and `checks` look at it last.
"""
