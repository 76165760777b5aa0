"""Stands in for traceback: a failure is told by its place and its last line, without source text."""


def format_exception(kind, value=None, trace=None, **_):
    """The lines of a failure. Takes what the interpreter passes: type, exception and traceback."""
    lines = []
    while trace:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}\n")
        trace = trace.tb_next
    return [*lines, f"{kind.__name__}: {value}\n"]
