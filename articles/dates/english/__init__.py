"""The rules of English: one family of wordings a module, and what they lean on."""
