"""Plain pipelines to measure the product against, in the same run and by the same measures."""
