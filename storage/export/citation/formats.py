"""Bibliographies, as formats of exports."""

from __future__ import annotations

from storage.export.export_format import ExportFormat, ExportJob


def _render_csl_json(job: ExportJob) -> str:
    from storage.export.citation.bibliography import render_csl_json
    from storage.export.citation.cited_articles import list_cited

    return render_csl_json(list_cited(job.selection.articles))


def _render_bibtex(job: ExportJob) -> str:
    from storage.export.citation.bibliography import render_bibtex
    from storage.export.citation.cited_articles import list_cited

    return render_bibtex(list_cited(job.selection.articles))


def _render_ris(job: ExportJob) -> str:
    from storage.export.citation.bibliography import render_ris
    from storage.export.citation.cited_articles import list_cited

    return render_ris(list_cited(job.selection.articles))


CSL_JSON = ExportFormat(
    name="csl",
    label="CSL JSON for Zotero, Pandoc",
    called="A CSL JSON file",
    extension="json",
    render=_render_csl_json,
    tells="articles",
)
BIBTEX = ExportFormat(
    name="bibtex",
    label="BibTeX bibliography",
    called="A BibTeX file",
    extension="bib",
    render=_render_bibtex,
    tells="articles",
)
RIS = ExportFormat(
    name="ris",
    label="RIS for reference managers",
    called="A RIS file",
    extension="ris",
    render=_render_ris,
    tells="articles",
)
