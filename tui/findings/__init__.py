"""The findings of a story: quotations changed, values that disagree, where words came from."""
