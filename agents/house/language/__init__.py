"""The guidance language: plain English for people, both written and understood.

One module per sub-process, each with an intent, `describe(intent, context) -> str`, `read(words, context)`
and `parse(text, context) -> (intent, not_understood)`; parsing what was described gives the intent back.
"""
