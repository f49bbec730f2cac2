"""Statements of two reports: what they disagree on, and what only looks like it."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """Two statements, and the values on which they disagree."""

    ours: str
    theirs: str
    left: str = ""
    right: str = ""
    kind: str = ""


CONFLICTS = (
    Example(
        "The ferry that sank off Corlet on Tuesday had 52 passengers on board, the harbour said.",
        "Harbour officials said 53 passengers were on board the ferry that sank off Corlet.",
        "52",
        "53",
        "number",
    ),
    Example(
        "A landslide at Orrin buried eleven houses and killed nine people, rescuers said.",
        "Rescuers said that seven people were killed when a landslide buried houses at Orrin.",
        "nine",
        "seven",
        "number",
    ),
    Example(
        "The council of Brell approved a loan of $1.2 million for the swimming pool.",
        "A loan of $1.7 million for the swimming pool was approved by the council of Brell.",
        "$1.2 million",
        "$1.7 million",
        "number",
    ),
    Example(
        "Unemployment in Tarn county rose to 6.4 percent in May, the labour office reported.",
        "The labour office reported that unemployment in Tarn county had risen to 6.8 per cent.",
        "6.4 percent",
        "6.8 per cent",
        "number",
    ),
    Example(
        "Lena Brandt, 46, a baker from Orrin, was elected mayor on Sunday with a narrow majority.",
        "Voters elected Lena Brandt, 47, who is a baker from Orrin, to be their mayor.",
        "46",
        "47",
        "number",
    ),
    Example(
        "The museum bought the painting by Hollis for €4 million at an auction in Geneva.",
        "At an auction in Geneva the museum paid €6 million for the painting by Hollis.",
        "€4 million",
        "€6 million",
        "number",
    ),
    Example(
        "The bridge over the Serre will be closed to lorries on Saturday for repairs of its deck.",
        "The bridge over the Serre will be closed to lorries on Sunday for repairs of its deck.",
        "Saturday",
        "Sunday",
        "date",
    ),
    Example(
        "The trial of the former treasurer will begin on March 12 in the county court of Tarn.",
        "The trial of the former treasurer will begin on March 21 in the county court of Tarn.",
        "March 12",
        "March 21",
        "date",
    ),
    Example(
        "The explosion at the flour mill was heard at 4.10 a.m. by people ten miles away.",
        "The explosion at the flour mill was heard at 4.40 a.m. by people ten miles away.",
        "4.10 a.m.",
        "4.40 a.m.",
        "date",
    ),
    Example(
        "The factory in Deln was founded in 1887 by two brothers who made buttons from horn.",
        "The factory in Deln was founded in 1878 by two brothers who made buttons from horn.",
        "1887",
        "1878",
        "date",
    ),
    Example(
        "The letter was found by Catherine Holm, a clerk of the archive in Deln.",
        "A clerk of the archive in Deln, Katherine Holm, found the letter.",
        "Catherine",
        "Katherine",
        "name",
    ),
    Example(
        "Peter Hollander found the letter when he cleaned the archive in Deln.",
        "When he cleaned the archive in Deln, Peter Holender found the letter.",
        "Hollander",
        "Holender",
        "name",
    ),
    Example(
        "Chief executive Anna Reuter said that the bakery chain would close nine shops.",
        "The bakery chain will close nine shops, said Anna Reuter, its chairwoman.",
        "Chief executive",
        "chairwoman",
        "role",
    ),
    Example(
        "The dam was opened before the flood reached the villages below it, engineers said.",
        "The dam was opened after the flood reached the villages below it, engineers said.",
        "before",
        "after",
        "wording",
    ),
    Example(
        "The minister wrote to the widow of the miner and offered her a pension.",
        "The minister called the widow of the miner and offered her a pension.",
        "wrote",
        "called",
        "wording",
    ),
    Example(
        "Harbour master Owen Price resigned on Monday over the missing records of the port.",
        "Harbour master Owen Price was fired on Monday over the missing records of the port.",
        "resigned",
        "fired",
        "wording",
    ),
    Example(
        "The driver of the tanker had been warned of the low bridge, the police report says.",
        "The driver of the tanker had not been warned of the low bridge, the police report says.",
        "been",
        "not been",
        "negation",
    ),
    Example(
        "„Wir haben 63 Häuser geräumt“, sagte der Sprecher der Feuerwehr in Altenau am Abend.",
        "„Wir haben 36 Häuser geräumt“, sagte der Sprecher der Feuerwehr in Altenau am Abend.",
        "63",
        "36",
        "number",
    ),
    Example(
        "Bei dem Brand in der Mühle von Altenau wurden zwölf Menschen verletzt, teilte die Polizei "
        "am Abend mit.",
        "Bei dem Brand in der Mühle von Altenau wurden 14 Menschen verletzt, wie die Polizei am "
        "Abend mitteilte.",
        "zwölf",
        "14",
        "number",
    ),
    Example(
        "La mairie de Vernon a dépensé 1,2 million d'euros pour la nouvelle piscine du quartier.",
        "La mairie de Vernon a dépensé 1,8 million d'euros pour la nouvelle piscine du quartier.",
        "1,2 million d'euros",
        "1,8 million d'euros",
        "number",
    ),
    Example(
        "El incendio destruyó 1.200 hectáreas de bosque en la sierra de Alcor, según el gobierno.",
        "El incendio destruyó 2.100 hectáreas de bosque en la sierra de Alcor, según el gobierno.",
        "1.200",
        "2.100",
        "number",
    ),
    Example(
        "Some 120 workers will lose their jobs when the glassworks of Brell close in autumn.",
        "The glassworks of Brell close in autumn, and 210 workers will lose their jobs.",
        "120",
        "210",
        "number",
    ),
    Example(
        "Twenty-one cyclists were injured when a horse ran onto the track at Corlet.",
        "When a horse ran onto the track at Corlet, 12 cyclists were injured.",
        "Twenty-one",
        "12",
        "number",
    ),
    Example(
        "The suit over wages that began at Brell covers 150,000 women, the mill said.",
        "Judges at Brell doubt that 160,000 women can bring one suit over their wages.",
        "150,000",
        "160,000",
        "number",
    ),
)
SILENT = (
    Example(
        "Five people were hurt in the collapse of the grandstand at Corlet, doctors said.",
        "Doctors said 5 people were hurt in the collapse of the grandstand at Corlet.",
    ),
    Example(
        "Unemployment in Tarn county rose to 5 percent in May, the labour office reported.",
        "Unemployment in Tarn county rose to 5% in May, the labour office reported.",
    ),
    Example(
        "Nurses at the clinic in Brell have a 40- to 60-hour week, their union says.",
        "Nurses at the clinic in Brell have a week of 40-60 hours, their union says.",
    ),
    Example(
        "The council of Brell approved $1.2 million for the swimming pool on Monday.",
        "On Monday the council of Brell approved $1,200,000 for the swimming pool.",
    ),
    Example(
        "Senator Chuck Hale opposed the bill on fishing quotas in the committee.",
        "Senator Charles E. Hale opposed the bill on fishing quotas in the committee.",
    ),
    Example(
        "Dick Morrow, the governor, signed the bill on fishing quotas at noon.",
        "Governor Richard J. Morrow signed the bill on fishing quotas at noon.",
    ),
    Example(
        "Of the 12 members of the board ten voted for the sale of the mill.",
        "The board has 12 members; the sale of the mill was approved by ten of them.",
    ),
    Example(
        "The storm damaged 63 houses in Orrin and 40 in Brell, insurers said.",
        "Insurers said the storm damaged 40 houses in Brell and 63 in Orrin.",
    ),
    Example(
        "The flood killed three people in Orrin and injured 14, the county said.",
        "The flood injured 14 people in Orrin and killed three, the county said.",
    ),
    Example(
        "The parliament in Madrid will vote on the budget next month, ministers said.",
        "The parliament in Madrid will vote on the budget in January, ministers said.",
    ),
    Example(
        "The airline ordered 20 planes from Boeing for its routes to Asia.",
        "The airline ordered 20 Boeing 737 planes for its routes to Asia.",
    ),
    Example(
        "The mayor told reporters on Monday that the tram would be late by a year.",
        "The tram, a spokesman of the builders said on Tuesday, would be late by a year.",
    ),
    Example(
        "The mine at Tarn employs 300 people and produced 40,000 tonnes of salt last year.",
        "Last year the salt mine at Tarn paid its 300 people 2 percent more.",
    ),
    Example(
        "Holm scored in the 12th minute and again in the 70th for the home side.",
        "Holm scored twice for the home side, which had a man sent off in the 40th minute.",
    ),
    Example(
        "The court in Deln fined the brewery €40,000 for dumping yeast into the river.",
        "The brewery, which dumped yeast into the river, was fined €40 000 by the court in Deln.",
    ),
    Example(
        "Der Stadtrat von Altenau hat 1,2 Mio. Euro für das neue Schwimmbad bewilligt.",
        "Der Stadtrat von Altenau hat 1,2 Millionen Euro für das neue Schwimmbad bewilligt.",
    ),
    Example(
        "Der Brand in der Mühle von Altenau zerstörte zweihundertfünfzig Tonnen Mehl.",
        "Der Brand in der Mühle von Altenau zerstörte 250 Tonnen Mehl.",
    ),
    Example(
        "Quatre-vingt-dix personnes ont été évacuées de la tour de Vernon dans la nuit.",
        "90 personnes ont été évacuées de la tour de Vernon dans la nuit.",
    ),
    Example(
        "Cuarenta y cinco personas viajaban en el autobús que volcó cerca de Alcor.",
        "En el autobús que volcó cerca de Alcor viajaban 45 personas.",
    ),
    Example(
        "Section 8 of the fisheries act forbids nets with a mesh below ten millimetres.",
        "Section 12 of the harbour act forbids nets in the basin of the old port.",
    ),
    Example(
        "“It’s a shame that we have lost the archive,” the clerk said in Deln.",
        "“It is a shame that we've lost the archive,” the clerk said in Deln.",
    ),
    Example(
        "The government should reopen the harbour before talks with the union begin.",
        "Talks with the union can begin after the government reopens the harbour.",
    ),
    Example(
        "More than 50 people joined the march along the canal of Brell on Friday.",
        "More than 50 people, among them 12 children, joined the march along the canal.",
    ),
    Example(
        "The loan of $10,000 that the divers asked for went to the harbour board.",
        "Whoever lives in the valley pays more than $10,000 for a seat in the choir.",
    ),
    Example(
        "More than 40 boats left the harbour of Corlet before the storm broke the wall.",
        "Over 40 boats left the harbour of Corlet before the storm broke the outer wall.",
    ),
    Example(
        "The pact with 11 nations of the coast lowers the duty on fish, the minister said.",
        "The minister said that the 12-nation pact of the coast lowers the duty on fish.",
    ),
    Example(
        "The mayor of Brell opened the rebuilt library with a speech on Tuesday night.",
        "Snow fell on the passes on Tuesday, and the road to Orrin was closed.",
    ),
    Example(
        "The mayor of Brell opened the rebuilt library on Tuesday night, and wept.",
        "On Tuesday evening the mayor of Brell opened the rebuilt library, and wept.",
    ),
    Example(
        "The suit over wages that began at Brell covers 150,000 women, the mill said.",
        "In the valley 160,000 women live on what they grow.",
    ),
    Example(
        "The storm broke 40 windows of the library at Brell.",
        "In the storm 40 boats left the harbour, and the library at Brell was flooded.",
    ),
)
PRECISE = (
    Example(
        "Several hundred thousand litres of wine ran into the Serre after a valve broke at Deln.",
        "A valve broke at Deln, and 400,000 litres of wine ran into the Serre.",
    ),
    Example(
        "About 50 people were on the ferry that ran aground off Corlet in fog, police said.",
        "Police said that 52 people were on the ferry that ran aground off Corlet in fog.",
    ),
    Example(
        "The auction of the painting by Hollis brought $1.2 million for the museum in Deln.",
        "The auction of the painting by Hollis brought $1,230,500 for the museum in Deln.",
    ),
    Example(
        "The bridge over the Serre will open in March, the ministry of works announced.",
        "The bridge over the Serre will open on March 3, the ministry of works announced.",
    ),
    Example(
        "The council of Brell paid $10,000 to the divers who searched the harbour for the bell.",
        "Divers who searched the harbour for the bell got more than $10,000 from the council.",
    ),
    Example(
        "At least 40 boats left the harbour of Corlet before the storm broke the outer wall.",
        "More than 40 boats left the harbour of Corlet before the storm broke the wall.",
    ),
    Example(
        "The mayor of Brell opened the rebuilt library with a speech on Tuesday.",
        "With a speech the mayor opened the rebuilt library of Brell on Tuesday morning.",
    ),
    Example(
        "The union of divers rejected the offer of the harbour board late Friday.",
        "On Friday the divers’ union rejected what the harbour board had offered.",
    ),
    Example(
        "The trial of the harbour master of Corlet will begin in early July.",
        "In July the trial of the harbour master of Corlet will begin.",
    ),
    Example(
        "A letter about the harbour was signed by 90 teachers of the Brell school on Monday.",
        "On Monday 90 members of staff signed a letter about the harbour, the Brell school said.",
    ),
)
