"""The examples of every `--help`: three a command, each of which a test runs."""

from __future__ import annotations

_Examples = tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
"""What is typed after `copydesk`, and what that does."""

EXAMPLES: dict[str, _Examples] = {
    "": (
        ("agency.txt reprint.txt", "read two files side by side"),
        ("news", "read all articles of a folder side by side"),
        ("--library flood.db", "open a library of your own"),
    ),
    "demo": (
        ("demo", "look around in the sample story"),
        ("demo --library trial.db", "keep it in a library that you name"),
        ("demo --coder Ada", "annotate as Ada"),
    ),
    "add": (
        ("add news --story Flood", "add a folder as a story"),
        ("add agency.txt --outlet Fenwold", "say who published it"),
        ("add - < reprint.txt", "add what another program prints"),
    ),
    "list": (
        ("list", "show what is in the library"),
        ("list --json > articles.json", "keep that for a program"),
        ("--library flood.db list", "show what is in another library"),
    ),
    "stories": (
        ("stories", "show the stories"),
        ("stories --json", "give a program the articles of each"),
        ("stories --library flood.db", "show those of another library"),
    ),
    "compare": (
        ("compare agency.txt reprint.txt", "show who shares how much with whom"),
        ("compare news --json --text", "give a program every passage with its words"),
        ("compare agency.txt - < reprint.txt", "compare with what another program prints"),
    ),
    "quotes": (
        ("quotes", "show the quotations of the only story"),
        ('quotes --story "Vellmouth barrier"', "show those of one story"),
        ("quotes agency.txt reprint.txt --json", "give a program those in two files"),
    ),
    "diff": (
        ("diff old.txt agency.txt", "show what was changed between two files"),
        ("diff old.txt agency.txt --markdown > changes.md", "write that to a file"),
        ('diff "Flood barrier" "Three gates" --json', "compare two articles of the library"),
    ),
    "read": (
        ("read", "read the only story from its first article to its last"),
        ('read "Vellmouth barrier" | less', "read one story, a page at a time"),
        ("read --coder Ada --blind > story.txt", "keep it without what others annotated"),
    ),
    "notes": (
        ("notes", "show all annotations"),
        ("notes --tag claim", "show what is tagged claim, or anything below it"),
        ('notes --story "Vellmouth barrier" --json', "give a program those of a story"),
    ),
    "counts": (
        ("counts", "count tags by outlet"),
        ("counts --by month --measure words", "count the words marked, month by month"),
        ("counts --with sentence -o together.csv", "write which tags stand in the same sentence"),
    ),
    "codebook": (
        ("codebook", "show all tags and what they are for"),
        ('codebook add quote --definition "Somebody is quoted."', "make a tag"),
        ("codebook export -o codebook.qdc", "give the codebook to another program"),
    ),
    "codebook list": (
        ("codebook list", "show all tags and what they are for"),
        ("codebook list --json", "give them to a program"),
        ("codebook list --library flood.db", "show those of another library"),
    ),
    "codebook add": (
        ("codebook add figure --colour blue", "make a tag with a colour"),
        ('codebook add claim/false --inclusion "Refuted."', "make one below the tag claim"),
        ("codebook add genre --variable yes", "let each article have one genre"),
    ),
    "codebook edit": (
        ("codebook edit claim --name statement", "rename a tag, and all below it"),
        ('codebook edit statement --definition "Says it is so."', "say what it is for"),
        ("codebook edit statement --key 1", "give it the key 1"),
    ),
    "codebook remove": (
        ("codebook remove claim", "remove a tag from everything it is on"),
        ("codebook remove source/named", "remove one that lies below another"),
        ("codebook remove claim --library flood.db", "remove it from another library"),
    ),
    "codebook strict": (
        ("codebook strict on", "keep coders from making tags"),
        ("codebook strict off", "let them make tags again"),
        ("codebook strict on --library flood.db", "close the codebook of another library"),
    ),
    "codebook import": (
        ("codebook import codes.csv", "import the tags of a table"),
        ("codebook import - < codes.csv", "import what another program prints"),
        ("codebook import codes.txt --format csv", "name its format where its ending does not"),
    ),
    "codebook export": (
        ("codebook export > codebook.csv", "write a table"),
        ("codebook export -o codebook.qdc", "write what other programs for coding read"),
        ("codebook export -o codebook.csv --force", "replace the file that is there"),
    ),
    "coded": (
        ("coded", "show who is done with which articles"),
        ('coded "Three gates" --coder Ada', "mark one as coded by Ada"),
        ('coded "Three gates" --coder Ada --not', "take that back"),
    ),
    "agreement": (
        ("agreement", "measure it for every tag"),
        ("agreement --tag claim --unit character", "measure it for one, by characters"),
        ("agreement -o agreement.csv --force", "write a table"),
    ),
    "search": (
        ("search barrier", "show where a word occurs"),
        ('search "wrong number" -telephone', "leave out articles with another word"),
        ("search gate* outlet:Observer --json", "search one outlet, for a program"),
    ),
    "scan": (
        ("scan corpus.jsonl -o travelled", "find what travelled through a corpus"),
        ("scan news -o travelled --workers 1", "do so in a folder, with one process"),
        ("scan --library flood.db -o travelled --json", "do so in a library, for a program"),
    ),
    "open": (
        ("open travelled", "read what a scan found"),
        ("open travelled --library flood.db", "bring passages into another library"),
        ("open out.json --corpus archive.jsonl", "read what passim found, in its texts"),
    ),
    "serve": (
        ("serve", "read in a browser on this machine"),
        ("serve --port 0", "listen on any free port"),
        (
            "serve --host 0.0.0.0 --token XK7-owl-and-barrier",
            "let in a newsroom that has the token",
        ),
    ),
    "where": (
        ('where "Flood barrier"', "show who else carries an article"),
        ('where "Three gates" --json', "give that to a program"),
        ("where Tannery --library flood.db", "search another library"),
    ),
    "edit": (
        ('edit Tannery --author "Tamsin Oakeley"', "say who wrote it"),
        ('edit Tannery --published 2026-03-06 --outlet "The Observer"', "say where and when"),
        ('edit Tannery --memo "Ask for the minutes."', "write a memo on it"),
    ),
    "join": (
        ('join "Flood barrier" "Tide barrier"', "make two articles versions of one"),
        ('join "Three gates" Tannery', "part of a title is enough"),
        ('join "Three gates" "Tide barrier" --library flood.db', "do so in another library"),
    ),
    "refresh": (
        ("refresh outlet:Herald", "fetch the articles of one outlet"),
        ("refresh after:2026-04 -q", "print nothing but what changed"),
        ("refresh harbour fees", "fetch those about something"),
    ),
    "watch": (
        ("watch https://example.org/feed.xml --once", "check once, as a timer would"),
        ("watch https://example.org/feed.xml --every 2h", "check every two hours, until ctrl+c"),
        ("watch https://example.org/feed.xml --once --share 50%", "name close copies only"),
    ),
    "annotate": (
        ('annotate Tannery --quote "the open door" --tag claim', "tag some words"),
        ('annotate Tannery --quote the --nth 3 --note "Which?"', "note a later occurrence"),
        ('annotate Tannery --quote "the sea" --coder Ada', "mark words as Ada"),
    ),
    "export": (
        ("export -o story.md", "write the only story as Markdown"),
        ('export --story "Vellmouth barrier" --format html -o story.html', "write a report"),
        ("export --all --format csv -o - > notes.csv", "give all annotations to a program"),
    ),
    "import": (
        ("import notes.jsonld", "import annotations from another library"),
        ("import - --format jsonld < notes.jsonld", "import what another program prints"),
        ("import codes.csv", "import a codebook"),
    ),
    "backup": (
        ("backup", "put a copy beside the library"),
        ("backup safe.db", "say where"),
        ("backup --library flood.db", "copy another library"),
    ),
    "check": (
        ("check", "look for damage"),
        ("check --repair", "repair it, after a backup"),
        ("check --library flood.db", "look at another library"),
    ),
    "keys": (
        ("keys", "show every key"),
        ("keys | less", "show them a page at a time"),
        ("keys > keys.txt", "keep them for printing"),
    ),
    "completion": (
        ("completion bash > copydesk.bash", "write it to a file, for `source copydesk.bash`"),
        ("completion zsh > _copydesk", "write it to a file, for a folder of zsh's fpath"),
        ("completion fish | source", "use it at once in fish"),
    ),
    "locate": (
        ("locate", "show where everything is"),
        ("locate --library flood.db", "see which library a call would use"),
        ("locate | head -1", "give the library to another program"),
    ),
}
"""By command, those below another command as `codebook add`; "" is the program itself."""


def describe_examples(command: str) -> str:
    """Return the examples of a command as they stand below its help; nothing where it has none."""
    lines = [f"  copydesk {call}\n      {what}" for call, what in EXAMPLES.get(command, ())]
    return "\n".join(["examples:", *lines] if lines else [])
