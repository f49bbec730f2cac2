"""Sentences of seven languages; a bar stands where one ends and the next begins."""

from __future__ import annotations

ENGLISH = """
The shares fell. | eBay said it would appeal.
Prices came down. | iPhone sales did not.
Bring tools, e.g. the small saw. | We have none.
It opens at 9 a.m. on weekdays and 10 a.m. on Sundays.
It opens at 9 a.m. | The gate is locked until then.
The ferry sank.[1] | Nobody drowned.[2]
The ferry sank. | [1] Nobody drowned.
The ferry sank.¹ | Nobody drowned.
The ferry sank.* | Nobody drowned.†
The ferry sank.[3][4] | Nobody drowned.
“The ferry sank.”² | Nobody drowned.
The ferry sank.12 | Nobody drowned.
The bill passed. | $5 million goes to the harbour.
The tag spread. | #SaveTheFerry was everywhere.
Who wrote it? | @harbourwatch did.
Mr. Alder and Mrs. Birch met Lt. Col. Cedar.
She works for Oak Inc. | The firm builds boats.
She works for Oak Inc. Boats of Elm Corp. Yard fame.
He is called Elm Jr. | He hates it.
See p. 5 and pp. 7 f. | Nothing else is there.
It cost 3.5 million. | Nobody paid.
1. The ferry left. | 2. The rain came.
She stayed in Washington, D.C. for a week.
The rule (see sec. 4) is old. | It holds.
He came back in May. | June was wet.
Was it macOS? | iOS was worse.
She is 17. | He is 40.
The minister, Gen. Oak, met Rep. Elm (D-Mass.) on Tuesday. | They spoke for an hour.
Sales at Oak & Co. rose 4 percent vs. 3 percent in Jan. 2020. | The stock fell.
He arrived on Jan. 5. | She left on Feb. 6.
“Will you go?” she asked. | “No.” | He stayed.
The U.S. and the U.K. signed. | The E.U. did not.
It happened in the U.S. | Nobody noticed.
The paper (see ref. 12) was withdrawn.[5] | eToro declined to comment.
He owes £5 million. | €3 million is gone.
Malcolm X. Smith paid. | He was 40.
She got a Ph.D. in 1998. | It was in law.
They won 3-2. | al-Sham lost.
Dr. Elm, M.D., of St. Mary's said so.
It is at 10 Elm St. | The door is red.
Yahoo! said it would buy it. | It did not.
Approx. 5 sq. miles burned. | Nobody was hurt.
He was born c. 1900. | He died in 1950.
They met Atty. Gen. Oak. | He was late.
"""

GERMAN = """
Am 3. Mai kam die Fähre an. | Sie war leer.
Das war der 17. Versuch. | Er misslang.
Die Brücke kostet 3 Mio. Euro. | Das ist viel.
Die Stadt zahlt 1,5 Mrd. Euro, u. a. Zinsen.
Viele Städte, z. B. Bremen, haben Häfen. | Einige nicht.
Er sagt nichts, d. h. Schweigen ist sein Weg.
Viele Städte (z.B. Bremen) haben Häfen. | Einige nicht.
Dr. Ahorn und Prof. Birke trafen Fr. Eiche und Hr. Ulme.
Die Linie Nr. 5 fährt nicht. | Die Linie Nr. 7 fährt.
Sie lebten im 19. Jahrhundert auf der Insel. | Danach zogen sie fort.
Seit dem 24. Februar 2022 ruht der Verkehr.
Zum 100. Geburtstag kam die 2. Bürgermeisterin mit dem 1. Vorsitzenden.
Die Fähre fuhr bis 1998. | Danach kam die Brücke.
„Wir gehen nicht.“ | Dann ging sie.
»Wir gehen nicht.« | Dann ging sie.
„Gehst du?“, fragte sie. | „Nein!“ | Er blieb.
Das Geld kam vom Verein Hafen e. V. in Bremen.
Die Werft Müller & Co. KG baut Boote. | Sie hat 300 Leute.
Er wohnt in der Berliner Str. 5 in Halle. | Dort regnet es.
Das regelt § 5 Abs. 2 Satz 1 des Gesetzes. | Es gilt seit Mai.
Die Burg stammt aus dem Jahr 300 v. Chr. und steht noch.
Der Verein sammelt Boote, Netze usw. | Das Haus ist voll.
Sie verlor gegen Bayern 1:3. | Der Trainer schwieg.
Er wurde 17. | Sie wurde 19.
Am 1. und 2. Mai sowie am 3. Oktober ruht die Arbeit.
Der 1. FC Hafen spielt in der 2. Liga. | Er steigt ab.
Die Mieten stiegen um ca. 12 Prozent bzw. 80 Euro.
Unter Wilhelm II. Deutschland zu regieren war leicht. | Es war 1900.
Sie wohnt im 3. Stock. | Er wohnt im 4. Stock.
Das Spiel endete 2:1. | Der 12. Spieltag war vorbei.
Er kam um 17.30 Uhr. | Sie kam um 18 Uhr.
In der 90. Minute fiel das Tor. | Das war alles.
Die Kanzlerin a. D. Eiche kam mit Dr. med. Birke und ging auch mit ihr.
Das Amt (gegr. 1920) liegt in der Nähe, sog. Altbau inkl. Garten.
Der Preis stieg auf 5 Mio. Euro. | Die Stadt zahlt 2 Mrd. Kronen.
Er heißt Max. | Sie heißt Eva.
Das gilt ab dem 1. Januar bzw. dem 1. Juli.
„Das ist falsch!“, rief er. | „Ist es nicht?“ | Sie lachte.
Das Haus kostet 300.000 Euro. | Es steht leer.
Auf Platz 3. | Die Bayern sind Zweiter.
Sie lebt in St. Pölten. | Er lebt in Bad Vöslau.
Die Fähre sank.[1] | Niemand starb.² | Der Hafen trauert.
Die UNO rechnet mit 20 Prozent. | eBay schweigt.
"""

FRENCH = """
M. Dupont et Mme Leroy ont quitté le port. | Il pleuvait.
MM. Dupont et Leroy sont partis. | Ils ne reviendront pas.
Le Dr. Martin a vu le Pr. Blanc. | Rien de grave.
Voir art. 3 al. 2 du code. | C'est clair.
« Nous partons. » | Il a fermé la porte.
« Nous partons », a dit M. Blanc. | Il a fermé la porte.
Quoi ? | Non ! | Le bac est parti.
Voir art. 5 et p. 12 du rapport. | Tout y est.
Les villes, p. ex. Brest, ont un port. | D'autres non.
Il est né en 50 av. J.-C. dans une île.
Le bac a coulé.[1] | Personne n'est mort.
Le bac a coulé¹. | Personne n'est mort.
Le 3 mai, le bac est parti. | Il était vide.
Il habite au 12, av. Foch à Brest. | Il y pleut.
La loi no. 12 est vieille. | Elle tient.
Ils ont vu St. Malo et Ste. Anne. | Puis ils sont rentrés.
Les pêcheurs, les marins, etc. | La liste est longue.
Il pèse 3,5 tonnes. | C'est trop.
C'était en 1998. | Le pont n'existait pas.
Le tél. 02 98 00 00 00 ne répond pas. | Essayez demain.
Le roi Louis XIV. | La reine. | Le bac.
J.-P. Leroy est maire. | Il se tait.
« Tu viens ? » | « Non. » | Elle est partie.
Il vient du R.-U. et va en É.-U. par le bac.
Cf. le rapport, vol. 3, chap. 2. | Il est public.
Les prix ont baissé. | 40 pour cent des bacs sont vides.
Le président, M. Emmanuel Chêne, est arrivé. | Il a parlé.
Mme. Orme et Mlle. Pin sont venues. | Elles sont reparties.
Il a dit : « Jamais ! » et il est sorti. | On l'a suivi.
« C'est fini. » | Tel est son avis. | Rien d'autre.
L'entreprise Chêne S.A. emploie env. 300 personnes.
La S.N.C.F. a répondu. | Le train était là.
Rendez-vous au 5, bd. Voltaire à Brest.
Il est 10 h. | Le bac part à 11 h.
Le rapport (cf. p. 7) est clair.² | On le lira.
Où est-il ? | Au port. | Que fait-il ?
Les J.O. de Brest ont commencé. | Le maire est content.
Sept. 2020 et déc. 2021 furent chauds.
J.-C. Leroy a signé. | Il était seul.
"""

SPANISH = """
¿Qué? | ¡Nada! | El barco se fue.
—¿Viene usted? | —No. | —Entonces me voy.
EE. UU. anunció un plan. | El puerto calla.
El plan de EE. UU. Donald Roble no lo quiso.
El Sr. Roble y la Sra. Olmo llegaron. | Llovía.
El Dr. Roble, la Dra. Olmo y la Srta. Pino salieron.
D. Juan Roble y Dña. Ana Olmo viven aquí. | Están solos.
Véase la pág. 12 y el art. 5 de la ley. | Todo está ahí.
El núm. 7 no pasa. | El núm. 8 sí.
El barco llegó el 3 de mayo. | Estaba vacío.
Los JJ. OO. de invierno y los RR. HH. de la empresa.
Nació en el 50 a. C. en una isla. | Murió joven.
«No iremos». | Después se fue.
«No iremos.» | Después se fue.
Dijo: «¡Basta!» y se marchó. | Nadie habló.
Algunas ciudades, p. ej. Vigo, tienen puerto. | Otras no.
Vino con redes, barcas, etc. | El muelle está lleno.
La empresa Roble S.A. construye barcos. | Es vieja.
El barco se hundió.[1] | Nadie murió.
Vive en la Avda. Roble con Ud. y con Uds. | Es verdad.
Costó 3.500 euros. | Nadie pagó.
¡No! | ¿por qué? | Porque sí.
Fue en 1998. | El puente no existía.
El Gral. Olmo y el Ing. Pino hablaron. | Nadie oyó.
La Sta. Ana y el Sto. Tomás zarparon. | Volvieron ayer.
El presidente de EE.UU. llegó ayer. | No habló.
La ONU, la UE y EE. UU. firmaron. | Nadie lo notó.
Viajó a EE. UU. | Los precios subieron.
La Dra. M. Olmo y el Lic. Pino. | Fin.
«¿Vienes?», preguntó. | «No.» | Se quedó.
Son las 10 a. m. en Vigo. | Las tiendas abren.
La empresa tiene aprox. 300 empleados. | Es mucho.
El cap. 3 y el vol. 2 tratan de eso. | Léalos.
El barco (véase fig. 3) se hundió. | ¡Qué pena!
¡Ay! | ¿Y ahora qué? | Nada.
La Sra. de Roble y el Sr. D. Juan Pino vinieron.
Hubo JJ. OO. en Vigo. | La ciudad cambió.
"""

ITALIAN = """
Il sig. Rossi e la sig.ra Verdi sono partiti. | Pioveva.
Il dott. Bianchi ha visto la dott.ssa Neri. | Niente di grave.
L'on. Rossi ha parlato alla Camera. | Poi è uscito.
Il prof. Olmo e l'avv. Pino sono qui. | Aspettano.
L'ing. Rossi e l'arch. Verdi hanno costruito il ponte. | È caduto.
Vedi pag. 12 e art. 5 della legge. | È tutto lì.
La linea n. 5 non passa. | La linea n. 7 sì.
Alcune città, ad es. Genova, hanno un porto. | Altre no.
È nato nel 50 a.C. in un'isola. | È morto giovane.
Reti, barche, ecc. | Il molo è pieno.
«Non partiamo.» | Poi se ne andò.
«Non partiamo». | Poi se ne andò.
“Chi è?” | “Nessuno.” | La porta si chiuse.
Il 3 maggio la nave è partita. | Era vuota.
S. Francesco e mons. Olmo sono nel quadro. | È antico.
La ditta Rossi S.p.A. costruisce barche. | È vecchia.
La nave è affondata.[1] | Nessuno è morto.
Costa 3.500 euro. | Nessuno ha pagato.
Era il 1998. | Il ponte non c'era.
Il gen. Verdi e il col. Neri hanno taciuto. | Anche gli altri.
Papa Giovanni XXIII. | La nave. | Il porto.
Che cosa? | No! | La nave è partita.
Cfr. il rapporto, vol. 3, cap. 2. | È pubblico.
La Sig.na Olmo scrive al Sig. Pino. | Lui non risponde.
Il porto è chiuso. | 40 navi aspettano.
Il presidente, on. Rossi, è arrivato. | Ha parlato.
«Chi viene?» ha chiesto. | «Nessuno». | È rimasto.
La Fiat S.p.A. ha chiuso. | Il sindaco tace.
Il dott. M. Verdi e il geom. Neri sono qui.
Costa 3 mln. di euro. | Troppo.
Il prof. Bianchi, cfr. pag. 7, non è d'accordo.
L'art. 5 e l'art. 7 sono chiari. | La legge no.
Sono le 10. | La nave parte alle 11.
È caduto il gen. Verdi. | Aveva 40 anni.
La nave è affondata.² | Tutti salvi.
I sigg. Rossi e Verdi, l'egr. avv. Neri e la spett. ditta Olmo.
"""

PORTUGUESE = """
O Sr. Carvalho e a Sra. Pinheiro chegaram. | Chovia.
A Dra. Pinheiro viu o Dr. Carvalho. | Nada de grave.
O Prof. Olmo e a Profa. Faia estão aqui. | Esperam.
A Exma. Sra. Pinheiro escreveu. | Ninguém respondeu.
Mora na Av. Central com o Eng. Faia. | É verdade.
Veja a pág. 12 e o art. 5 da lei. | Está tudo lá.
Algumas cidades, p. ex. Faro, têm porto. | Outras não.
O barco chegou a 3 de maio. | Estava vazio.
O n.º 5 não passa. | O n.º 7 passa.
Nasceu em 50 a.C. numa ilha. | Morreu jovem.
Redes, barcos, etc. | O cais está cheio.
«Não vamos.» | Depois saiu.
“Não vamos.” | Depois saiu.
— Quem é? | — Ninguém. | A porta fechou-se.
A empresa Faia Ltda. constrói barcos. | É antiga.
A Faia & Cia. Navegação faliu. | Foi ontem.
O barco afundou.[1] | Ninguém morreu.
Custou 3.500 euros. | Ninguém pagou.
Foi em 1998. | A ponte não existia.
O Gen. Olmo e o Cel. Faia calaram-se. | Os outros também.
Os E.U.A. anunciaram um plano. | O porto cala.
Quê? | Não! | O barco partiu.
O Pe. Faia e a Sta. Ana estão no quadro. | É antigo.
O Min. Olmo e o Dep. Faia votaram. | Foi tarde.
O porto fechou. | 40 navios esperam.
O presidente dos E.U.A. chegou ontem. | Não falou.
A Sra. Dra. Faia e o Exmo. Sr. Olmo vieram.
— Vens? — perguntou ele. | — Não.
O art. 5.º da lei é claro. | Leia-o.
A Câmara, i.e. Lisboa, pagou. | O resto não.
A empresa tem 300 empregados. | É muito.
A fig. 3 e a pág. 7 mostram isso.
O barco afundou.² | Todos salvos.
Foi o Gen. Faia. | Tinha 40 anos.
Vive na R. Central. | Tem 40 anos.
"""

DUTCH = """
Sommige steden, bijv. Vlissingen, hebben een haven. | Andere niet.
Er waren boten, o.a. De Zeemeeuw en Het Anker. | Het regende.
Wij schrijven m.b.t. De Haven. | Er kwam geen antwoord.
Dhr. Eik en mevr. Berk kwamen aan. | Het regende.
Mw. drs. Berk en ir. Eik zijn hier. | Ze wachten.
Prof. dr. Iep sprak met mr. Els. | Niemand luisterde.
Zie blz. 12 en art. 5 van de wet. | Alles staat er.
Lijn nr. 5 rijdt niet. | Lijn nr. 7 wel.
Netten, boten enz. | De kade is vol.
Het kost 3 mln. euro, d.w.z. Twee keer zoveel.
De boot kwam op 3 mei aan. | Hij was leeg.
“Wij gaan niet.” | Toen ging ze.
‘Wij gaan niet.’ | Toen ging ze.
‘Ga je mee?’ vroeg ze. | ‘Nee.’ | Hij bleef.
De boot zonk.[1] | Niemand verdronk.
Het was in 1998. | De brug was er niet.
Het kost 3.500 euro. | Niemand betaalde.
Hij stierf in 50 v.Chr. op een eiland. | Hij was jong.
St. Nicolaas en Sint Maarten staan op het schilderij. | Het is oud.
’s Avonds regent het. | ’s Ochtends niet. | De haven is dicht.
Wat? | Nee! | De boot is weg.
Het plan t.a.v. Zeeland is klaar, i.p.v. Brabant.
De haven is dicht. | 40 schepen wachten.
Resp. Eik en Berk, incl. De Haven, zijn tegen. | Iep is voor.
Ca. 300 mensen kwamen. | De rest bleef thuis.
Minister-president mr. Eik kwam aan. | Hij zweeg.
Het kost 3 mln. euro. | De stad betaalt 2 mld. Kronen.
Dat geldt t/m 1 jan. 2021. | Daarna niet.
‘Kom je?’ vroeg hij. | ‘Nee.’ | Ze bleef.
De boot zonk.² | Iedereen is gered.
De firma Eik B.V. bouwt boten. | Het is een oude firma.
Zie art. 5 jo. art. 7. | Alles staat er.
J. de Vries en P. van Dijk kwamen. | Het regende.
Het is 10 uur. | De boot vertrekt om 11 uur.
De burgemeester, mevr. dr. Berk, en ds. Iep zijn er.
"""

EXAMPLES = {
    "english": ENGLISH,
    "german": GERMAN,
    "french": FRENCH,
    "spanish": SPANISH,
    "italian": ITALIAN,
    "portuguese": PORTUGUESE,
    "dutch": DUTCH,
}
