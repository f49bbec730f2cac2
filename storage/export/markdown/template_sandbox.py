"""Jinja's sandbox with limits: a template may be a colleague's, and is not to take all there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from storage.export.markdown.template_limits import Meter, foresee_call, foresee_operation

_EACH, _TEXT, _WEIGHED = "copydesk each", "copydesk text", "copydesk weighed"
"""Filters that no template can name."""
_UNMEASURED = ("count", "default", "d", "first", "last", "length", "raw")
"""Filters that do not look at more than one part of what they are given."""
_REFUSED_METHODS = (
    *("encode", "expandtabs", "format_map", "from_bytes", "maketrans", "to_bytes", "translate"),
)
_CALL = 64
"""Characters that are as much work as a call."""
_OF_BLOCKS = ("indent", "lower", "trim", "upper")
"""Filters of blocks, which leave every sign escaped that was."""
_REFUSED_GLOBALS = ("lipsum",)


class LimitedEnvironment(ImmutableSandboxedEnvironment):
    """Counts loops, calls, operations, filters and what they make."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.meter = meter = Meter()
        self.concat = meter.join  # type: ignore[method-assign]
        for name in _REFUSED_GLOBALS:
            del self.globals[name]

    def limit(self) -> Meter:
        """Count from here on: filters and tests that are there, and what is put in."""
        self.finalize = self._limit("", self.finalize)
        for name, function in list(self.filters.items()):
            self.filters[name] = self._limit(name, function)
        for name, function in list(self.tests.items()):
            self.tests[name] = self._limit(name, function)
        self.filters[_EACH] = self.meter.count_each
        self.filters[_TEXT] = self._limit("", str)
        self.filters[_WEIGHED] = self._weigh
        return self.meter

    def _limit(self, name: str, function: Any) -> Callable[..., Any]:
        skipped = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def limited(*args: Any, **kwargs: Any) -> Any:
            first, (value, *others) = args[:skipped], args[skipped:]
            if isinstance(value, Iterator) and not isinstance(value, LoopContext):
                value = list(self.meter.count_each(value))
            if name in _UNMEASURED:
                self.meter.count()
            else:
                self.meter.measure(value, others, kwargs)
                self.meter.allow(foresee_call(name, value, others, kwargs))
            made = function(*first, value, *others, **kwargs)
            return self.meter.count_each(made) if isinstance(made, Iterator) else made

        return limited

    def _weigh(self, value: Any) -> Any:
        self.meter.measure(value)
        return value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Do an operation, if what it makes is not too large."""
        self.meter.measure(left, right)
        self.meter.allow(foresee_operation(operator, left, right))
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a function, a macro or a method, if what that makes is not too large."""
        method = getattr(__obj, "__wrapped__", __obj)  # as Jinja wraps `format`
        value = getattr(method, "__self__", None)
        __self.meter.count(_CALL)
        if isinstance(value, str):
            name = method.__name__
            __self.meter.measure(value, args, kwargs)
            if name == "join" and args:
                given = args[0]
                args = (list(given) if isinstance(given, Iterator) else given, *args[1:])
                __self.meter.allow(foresee_call(name, args[0], [value], {}))
            else:
                __self.meter.allow(foresee_call(name, value, args, kwargs))
        return super().call(__context, __obj, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse also the methods that make much of little, which no template needs."""
        return attr not in _REFUSED_METHODS and super().is_safe_attribute(obj, attr, value)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> Any:
        for loop in source.find_all(nodes.For):
            loop.iter = _filter(loop.iter, _EACH)
        for joined in source.find_all(nodes.Concat):
            joined.nodes = [_filter(one, _TEXT) for one in joined.nodes]
        for compared in source.find_all(nodes.Compare):
            compared.expr = _filter(compared.expr, _WEIGHED)
            for operand in compared.ops:
                operand.expr = _filter(operand.expr, _WEIGHED)
        for part in source.find_all(nodes.Getitem):
            if isinstance(part.arg, nodes.Slice):
                part.node = _filter(part.node, _WEIGHED)
        for block in source.find_all(nodes.FilterBlock):
            _check_filters(block.filter)
        return super()._generate(source, *args, **kwargs)


def _filter(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(
        node, name, [], [], None, None, lineno=node.lineno, environment=node.environment
    )


def _check_filters(used: nodes.Expr | None) -> None:
    """Raise `TemplateSyntaxError` for a filter that could undo what was escaped in its block."""
    while isinstance(used, nodes.Filter):
        if used.name not in _OF_BLOCKS:
            names = ", ".join(_OF_BLOCKS)
            raise TemplateSyntaxError(
                f"a block can only be filtered by {names}, not by {used.name}", used.lineno
            )
        used = used.node
