from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.telling import tell

CONFLICTS = (
    (
        "About a third of the voters in Brell rejected the new tram line, the council said.",
        "The council said that half of the voters in Brell rejected the new tram line.",
    ),
    (
        "Two thirds of the members voted for the strike at the port of Orrin.",
        "Three quarters of the members voted for the strike at the port of Orrin.",
    ),
    (
        "A third of the voters in Brell rejected the new tram line, the council said.",
        "The council said that 45 percent of the voters in Brell rejected the new tram line.",
    ),
    (
        "One in five bakers of Tarn has no apprentice, the guild of bakers found.",
        "One in three bakers of Tarn has no apprentice, the guild of bakers found.",
    ),
    (
        "The wall at Orrin is 5ft high and was built by monks, the guide said.",
        "The wall at Orrin is 6ft high and was built by monks, the guide said.",
    ),
    (
        "The lorry went at 40mph when it hit the bridge at Orrin, the court was told.",
        "The court was told that the lorry hit the bridge at Orrin at 50 mph.",
    ),
    (
        "The prize of 500 euros went to a school in Deln for its garden.",
        "The prize of 500 dollars went to a school in Deln for its garden.",
    ),
    (
        "The vote was 7-2 in favour of the new bridge over the Serre, the clerk said.",
        "The vote was 6-3 in favour of the new bridge over the Serre, the clerk said.",
    ),
    (
        "The motion was carried by a 134-to-63 vote of the miners, the union said in Tarn.",
        "The motion was carried by a 143-to-63 vote of the miners, the union said in Tarn.",
    ),
    (
        "Lena Brandt, who is 46, was elected mayor of Orrin on Sunday.",
        "Lena Brandt, who is 49, was elected mayor of Orrin on Sunday.",
    ),
    (
        "Mrs Odum, 55, who was paralysed from the waist down in a road accident, won in court.",
        "Pam Odum, 53, who is paralysed from the waist down after a road accident, won in court.",
    ),
    (
        "Raymond Holm, 28, was serving a two-year ban from driving when he ran down a student.",
        "Raymond Holm, 21, was subject to a two-year ban from driving when he ran down a student.",
    ),
    (
        "The doctors have never seen injuries of such severity caused by a fall of about 5ft.",
        "The doctors have never seen injuries of such severity caused by a fall of about 7ft.",
    ),
    (
        "No one was hurt when the roof of the market hall in Brell fell in.",
        "Two people were hurt when the roof of the market hall in Brell fell in.",
    ),
    (
        "None of the 40 passengers of the bus was injured when it left the road near Deln.",
        "Six of the 40 passengers of the bus were injured when it left the road near Deln.",
    ),
    (
        "After a two-year investigation the treasurer of Tarn was charged with fraud.",
        "After a monthslong investigation the treasurer of Tarn was charged with fraud.",
    ),
    (
        "The strike at the port of Orrin lasted two weeks and cost the owners a fortune.",
        "The strike at the port of Orrin lasted three months and cost the owners a fortune.",
    ),
    (
        "The widow paid the #6,000 that the mill wanted for the loom, the court in Brell heard.",
        "The widow paid the £8,000 that the mill wanted for the loom, the court in Brell heard.",
    ),
    (
        "The trial of the treasurer, expected to last four days, was adjourned by the judge.",
        "The trial of the treasurer is expected to last seven days before the judge decides.",
    ),
    (
        "The clerk stole more than £270,000 from the mill at Orrin over the years.",
        "The clerk stole more than £240,000 from the mill at Orrin over the years.",
    ),
    (
        "The judge gave the poet four and a half years in the prison of Tarn.",
        "The judge gave the poet seven and a half years in the prison of Tarn.",
    ),
    (
        "The mill at Orrin was rebuilt by the miners of the valley in the 1970s.",
        "The mill at Orrin was rebuilt by the miners of the valley in the 1950s.",
    ),
    (
        "The strike at the port of Orrin began last week, and no ship has left it.",
        "The strike at the port of Orrin began last month, and no ship has left it.",
    ),
    (
        "The gates of the lighthouse are closed at noon to save the keeper from visitors.",
        "The gates of the lighthouse are closed at 4 p.m. to save the keeper from visitors.",
    ),
    (
        "Ein Drittel der Wähler in Altenau hat die neue Linie abgelehnt, sagte der Rat am Abend.",
        "Die Hälfte der Wähler in Altenau hat die neue Linie abgelehnt, sagte der Rat am Abend.",
    ),
)
SILENT = (
    (
        "The mill at Orrin was rebuilt by the miners of the valley in the 1970s.",
        "The mill at Orrin was rebuilt by the miners of the valley in 1972.",
    ),
    (
        "Half of the voters in Brell rejected the new tram line, the council said.",
        "The council said that 50 percent of the voters in Brell rejected the new tram line.",
    ),
    (
        "After a two-year investigation the treasurer of Tarn was charged with fraud.",
        "After a 24-month investigation the treasurer of Tarn was charged with fraud.",
    ),
    (
        "The prize of 500 euros went to a school in Deln for its garden.",
        "The prize of 550 dollars went to a school in Deln for its garden.",
    ),
    (
        "No one was hurt when the roof of the market hall in Brell fell in.",
        "Nobody was hurt when the roof of the market hall in Brell fell in.",
    ),
    (
        "The two-year extension of the lease of the mill was signed by the mayor of Brell.",
        "In Brell the mayor signed a 13-month extension of benefits for the weavers of the mill.",
    ),
    (
        "The wall at Orrin is 5ft high and was built by monks, the guide said.",
        "The wall at Orrin is five feet high and was built by monks, the guide said.",
    ),
    (
        "Owen Price, who was mayor of Brell from 2006 to 2012, opposed the sale of the mill.",
        "Ruth Hebden, who was mayor of Brell from 2000 to 2006, opposed the closed school.",
    ),
    (
        "The choir gave its prize to Malia and Sasha Odum, aged 16 and 13 respectively, in Deln.",
        "In Deln the choir gave its prize to two sisters, and Sasha Odum, 13, wept with joy.",
    ),
    (
        "The widow paid the #6,000 that the mill wanted for the loom, the court in Brell heard.",
        "The widow paid the £6,000 that the mill wanted for the loom, the court in Brell heard.",
    ),
)


@pytest.mark.parametrize(("ours", "theirs"), CONFLICTS)
def test_what_cannot_both_be_right(ours: str, theirs: str) -> None:
    ((severity, kind, _, _),) = tell(ours, theirs)
    assert (severity, kind in ("number", "date")) == ("conflict", True)


@pytest.mark.parametrize(("ours", "theirs"), SILENT)
def test_what_is_the_same(ours: str, theirs: str) -> None:
    assert tell(ours, theirs) == []


def test_bounds_of_which_one_is_told_more_finely() -> None:
    ours = "The clerk stole more than £200,000 from the mill at Orrin over the years."
    theirs = "The clerk stole more than £240,000 from the mill at Orrin over the years."
    assert tell(ours, theirs) == [
        ("precision", "number", "more than £200,000", "more than £240,000")
    ]


def test_one_number_of_two_things_is_told_of_both() -> None:
    ours = (
        "Two sailors drowned when the ferry sank off Corlet in the night. "
        "The owner had fired two cooks of the ferry for theft the week before."
    )
    theirs = (
        "Six sailors drowned when the ferry sank off Corlet in the night. "
        "The owner had fired six cooks of the ferry for theft the week before."
    )
    assert [told[2:] for told in tell(ours, theirs)] == [("Two", "Six"), ("two", "six")]


def test_distances_from_two_places() -> None:
    ours = "The bicycle of the boy was found on a common three miles from Orrin, the police said."
    theirs = "The bicycle of the boy was found on a common five miles from Deln, the police said."
    assert [told for told in tell(ours, theirs) if told[1] == "number"] == []


def test_a_number_with_the_same_words_around_it_in_a_paraphrase() -> None:
    ours = (
        "The couple, now living in Orrin after living in Tarn for 12 years, said they faced abuse."
    )
    theirs = (
        "They had months of misery in Orrin for their speech. The couple had lived in Tarn for 14 "
        "years without any abuse, they said."
    )
    assert tell(ours, theirs) == [("conflict", "number", "12", "14")]


def test_a_share_and_its_per_cent() -> None:
    ours = "A third of the voters in Brell rejected the new tram line, the council said."
    theirs = "The council said that 33 percent of the voters in Brell rejected the new tram line."
    assert tell(ours, theirs) == [("precision", "number", "A third", "33 percent")]
