"""A form drawn from fields as data: the work of any step is filled in here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from ppid_tui.desk.works import CHECKED, FieldKind, FormField
from ppid_tui.widgets.chooser import Chooser
from ppid_tui.widgets.tick import Tick

STYLES = "../widgets/step_form.tcss"
FUNCTION_KEY = re.compile(r"f\d")


def _uses_function_key(binding: BindingType) -> bool:
    keys = binding.key if isinstance(binding, Binding) else binding[0]
    return bool(FUNCTION_KEY.match(keys))


class LongText(TextArea, inherit_bindings=False):
    """Several lines of text, without the function keys of Textual's editor: theirs are the kiosk's own."""

    BINDINGS = [binding for binding in TextArea.BINDINGS if not _uses_function_key(binding)]


class StepForm(Vertical):
    """The fields one under the other. Enter and the arrows go on to the next.

    A screen that has one adds ``STYLES`` to its CSS_PATH: the kiosk's own Input would otherwise win.
    """

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("enter", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    class Changed(Message):
        """Something was filled in."""

    class Ended(Message):
        """Enter was pressed in the last field."""

    def __init__(
        self,
        fields: Sequence[FormField],
        values: Mapping[str, str] | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        super().__init__(id=id)
        self._fields = tuple(fields)
        self._start = dict(values or {})

    def compose(self) -> ComposeResult:
        for field in self._fields:
            if field.kind is not FieldKind.CHECK:
                yield Static(_label(field), classes="label", markup=False)
            yield _input(field, self._start.get(field.name, ""))

    @property
    def values(self) -> dict[str, str]:
        """What is filled in now, by field."""
        return {field.name: _value(field, self.query_one(f"#{_id(field.name)}")) for field in self._fields}

    def focus_field(self, name: str) -> None:
        """Put the cursor where something is missing."""
        self.query_one(f"#{_id(name)}").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    def on_chooser_chosen(self, event: Chooser.Chosen) -> None:
        event.stop()
        self.post_message(self.Changed())

    def on_tick_changed(self, event: Tick.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._fields and event.input.id == _id(self._fields[-1].name):
            self.post_message(self.Ended())
        else:
            self.screen.focus_next()


def _id(name: str) -> str:
    return f"field-{name}"


def _label(field: FormField) -> str:
    hint = " (misalnya 2 April 2026, atau: hari ini)" if field.kind is FieldKind.DATE else ""
    return f"{field.label}{hint}{', wajib diisi' if field.required else ''}"


def _input(field: FormField, value: str) -> Widget:
    if field.kind is FieldKind.CHECK:
        words = f"{field.label}{', wajib' if field.required else ''}"
        return Tick(words, value == CHECKED, id=_id(field.name))
    if field.kind is FieldKind.LONG:
        return LongText(value, id=_id(field.name), highlight_cursor_line=False, compact=True)
    if field.kind is FieldKind.CHOICE:
        return _chooser(field, value)
    return Input(value, id=_id(field.name), compact=True, select_on_focus=False)


def _chooser(field: FormField, value: str) -> Chooser:
    values = [option for option, _ in field.options]
    chooser = Chooser([words for _, words in field.options], id=_id(field.name))
    chooser.set_reactive(Chooser.chosen, values.index(value) if value in values else 0)
    return chooser


def _value(field: FormField, widget: Widget) -> str:
    if isinstance(widget, Chooser):
        return field.options[widget.chosen][0]
    if isinstance(widget, Tick):
        return CHECKED if widget.ticked else ""
    if isinstance(widget, TextArea):
        return widget.text
    assert isinstance(widget, Input)
    return widget.value
