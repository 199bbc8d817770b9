"""The programs that compute the workload, each in a process of its own.

Each prints lines of a name and a number: `seconds` once for each repetition, `baseline_mb` for its memory
after the imports, and its figures, by which the engines are compared.
"""
