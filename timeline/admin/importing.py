"""Tables are imported: a file, what its columns hold, what would become of it, and the import."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.readers import ReadError
from timeline.access import may_decide
from timeline.admin.changes import offer_undo
from timeline.models import Event, Timeline
from timeline.phrasing.counts import how_many
from timeline.spreadsheets.columns import COLUMNS, Mapping, guess
from timeline.spreadsheets.importing import ImportReport, import_sheet, try_sheet
from timeline.spreadsheets.outcomes import ImportContext
from timeline.spreadsheets.reading import MOST_BYTES, Sheet, read_sheet

SALT = "timeline.admin.importing"
KEPT_FOR = 24 * 3600
MOST_SHOWN, EXAMPLES = 60, 3


class FileForm(forms.Form):
    """A file with a table, and the timeline that it goes to."""

    file = forms.FileField(
        widget=forms.FileInput({"accept": ".csv,.tsv,.xlsx,.json"}),
        help_text="A table (CSV or Excel), or a timeline of TimelineJS (its spreadsheet or JSON).",
    )
    timeline = forms.ModelChoiceField(Timeline.objects.all(), empty_label=None)


class SheetForm(forms.Form):
    """What each column of a sheet holds. The sheet itself goes along with the page, signed."""

    sheet = forms.CharField(widget=forms.HiddenInput, strip=False)
    name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    timeline = forms.ModelChoiceField(Timeline.objects.all(), widget=forms.HiddenInput)
    decides = forms.BooleanField(
        required=False, label="Publish and reject where the column “status” says so"
    )

    def __init__(self, sheet: Sheet, *, may_decide: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        choices = [("", "– kept with own notes, else left out –")]
        choices += [(name, column.label) for name, column in COLUMNS.items()]
        for place, header in enumerate(sheet.headers):
            box = forms.ChoiceField(required=False, choices=choices, label=header or "–")
            self.fields[f"column-{place}"] = box
        if not may_decide:
            del self.fields["decides"]

    def mapping(self) -> Mapping:
        """What each column holds, by its place."""
        held = {int(name[7:]): value for name, value in self.cleaned_data.items()
                if name.startswith("column-") and value}  # fmt: skip
        return dict(sorted(held.items()))


def import_view(modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest) -> HttpResponse:
    """Ask for a file; with one, show what would become of it; told to, import it."""
    allowed = ("timeline.add_event", "timeline.add_quote", "articles.add_article")
    if not request.user.has_perms(allowed):
        raise PermissionDenied
    if "sheet" in request.POST:
        return _from_page(modeladmin, request)
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            sheet = read_sheet(file.read(MOST_BYTES + 1), file.name, timezone.localdate())
        except ReadError as error:
            form.add_error("file", str(error))
        else:
            return _first_try(modeladmin, request, sheet, form)
    return _render(modeladmin, request, "file", {"form": form, "has_timeline": _has_timeline()})


def _has_timeline() -> bool:
    return Timeline.objects.exists()


def _first_try(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, sheet: Sheet, form: FileForm
) -> HttpResponse:
    """The page with the columns as they are guessed."""
    sent = {
        "sheet": signing.dumps(vars(sheet), salt=SALT, compress=True),
        "name": form.cleaned_data["file"].name[:200],
        "timeline": form.cleaned_data["timeline"].pk,
        **{f"column-{place}": holds for place, holds in guess(sheet.headers).items()},
    }
    again = SheetForm(sheet, may_decide=may_decide(request.user), data=sent)
    return _tried(modeladmin, request, sheet, again)


def _from_page(modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest) -> HttpResponse:
    """The page that was sent back: tried again, or imported."""
    try:
        sheet = Sheet(**signing.loads(request.POST["sheet"], salt=SALT, max_age=KEPT_FOR))
    except signing.BadSignature:
        messages.error(request, "The page was open for too long: please choose the file again.")
        return HttpResponseRedirect(request.path)
    form = SheetForm(sheet, may_decide=may_decide(request.user), data=request.POST)
    if request.POST.get("step") != "import" or not form.is_valid():
        return _tried(modeladmin, request, sheet, form)
    try:
        report = import_sheet(sheet, form.mapping(), _context(request, form))
    except ValidationError as error:
        form.add_error(None, error)
        return _tried(modeladmin, request, sheet, form)
    _tell(request, report)
    return HttpResponseRedirect(
        f"{reverse('admin:timeline_event_changelist')}?status__exact=candidate"
    )


def _context(request: HttpRequest, form: SheetForm) -> ImportContext:
    sent = form.cleaned_data
    today, decides = timezone.localdate(), sent.get("decides", False)
    return ImportContext(sent["timeline"], request.user, sent["name"], today, decides)


def _tried(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, sheet: Sheet, form: SheetForm
) -> HttpResponse:
    report = None
    if form.is_valid():
        try:
            report = try_sheet(sheet, form.mapping(), _context(request, form))
        except ValidationError as error:
            form.add_error(None, error)
    outcomes = sorted(report.outcomes, key=_wrong_first) if report else []
    columns = [(form[f"column-{at}"], _examples(sheet, at)) for at in range(len(sheet.headers))]
    context = {
        "form": form,
        "columns": columns,
        "decides": form["decides"] if "decides" in form.fields else None,
        "unkept": sheet.unkept[:MOST_SHOWN],
        "unkept_left": max(0, len(sheet.unkept) - MOST_SHOWN),
        "counts": report.counts if report else {},
        "importable": report.counts["new"] + report.counts["changed"] if report else 0,
        "outcomes": outcomes[:MOST_SHOWN],
        "outcomes_left": max(0, len(outcomes) - MOST_SHOWN),
    }
    return _render(modeladmin, request, "sheet", context)


def _wrong_first(outcome: Any) -> tuple[bool, bool, int]:
    return outcome.kind != "wrong", not outcome.told, outcome.line


def _examples(sheet: Sheet, place: int) -> list[str]:
    """The first cells of a column that say something."""
    cells = (row[place] for row in sheet.rows if row[place].strip())
    return [cell[:80] for cell, _ in zip(cells, range(EXAMPLES), strict=False)]


def _tell(request: HttpRequest, report: ImportReport) -> None:
    counts = report.counts
    told = [f"{how_many(counts['new'], 'row')} new", f"{counts['changed']} changed",
            f"{counts['same']} there already"]  # fmt: skip
    messages.success(request, f"Imported: {', '.join(told)}.")
    if counts["wrong"]:
        left_out = how_many(counts["wrong"], "row")
        messages.warning(request, f"{left_out} could not be read, and {_were(counts['wrong'])}.")
    for one in report.outcomes:
        if one.kind == "undecided":
            messages.warning(request, f"“{one.headline}” stays as it was: {' '.join(one.told)}")
    offer_undo(request, report.change)


def _were(count: int) -> str:
    return "was left out" if count == 1 else "were left out"


def _render(
    modeladmin: "admin.ModelAdmin[Event]", request: HttpRequest, page: str, context: dict[str, Any]
) -> HttpResponse:
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": "Import a table",
        "opts": modeladmin.opts,
        **context,
    }
    return TemplateResponse(request, f"admin/timeline/event/import_{page}.html", context)
