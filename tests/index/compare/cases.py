"""Invented pairs of passages with all that must be claimed of them, and nothing else.

Names are left out: who is named in both is tested apart.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """Two passages; what agrees and what differs as (kind, left, right) as written."""

    id: str
    left: str
    right: str
    agree: tuple[tuple[str, str, str], ...] = ()
    differ: tuple[tuple[str, str, str], ...] = ()
    days: tuple[str | None, str | None] = ("2023-09-13", "2023-09-13")
    languages: tuple[str, str] = ("fr", "fr")


FIGURES = (
    Case(
        "the same clause with another number",
        "L’explosion de l’entrepôt de Lorvent a fait 12 morts dans la nuit.",
        "L’explosion de l’entrepôt de Lorvent a fait 14 morts dans la nuit.",
        differ=(("figure", "12 morts", "14 morts"),),
    ),
    Case(
        "the same toll",
        "L’explosion de l’entrepôt de Lorvent a fait 12 morts dans la nuit.",
        "L’explosion d’un entrepôt à Lorvent a fait douze morts, selon les pompiers.",
        agree=(("figure", "12 morts", "douze morts"),),
    ),
    Case(
        "two names of a list",
        "Suivent Lorvent (60 morts), Valbrune (43 morts) et Kestovie (29 morts).",
        "Suivent Valbrune avec 50 morts, Lorvent (70 morts) et Kestovie (29 morts).",
        agree=(("figure", "29 morts", "29 morts"),),
        differ=(("figure", "60 morts", "70 morts"), ("figure", "43 morts", "50 morts")),
    ),
    Case(
        "deaths told as people killed",
        "L’explosion d’un entrepôt d’engrais à Lorvent a fait 12 morts.",
        "Quatorze personnes ont été tuées dans l’explosion d’un entrepôt d’engrais à Lorvent.",
        differ=(("figure", "12 morts", "Quatorze personnes"),),
    ),
    Case(
        "injured told as people injured",
        "Une explosion a blessé douze personnes dans un entrepôt d’engrais du port de Lorvent.",
        "Quatorze personnes ont été blessées dans l’explosion de l’entrepôt d’engrais de Lorvent.",
        differ=(("figure", "douze personnes", "Quatorze personnes"),),
    ),
    Case(
        "dead and injured are not mixed up",
        "L’effondrement du pont de Valbrune a fait 3 morts et 12 blessés.",
        "L’effondrement du pont de Valbrune a fait 4 morts et 12 blessés.",
        agree=(("figure", "12 blessés", "12 blessés"),),
        differ=(("figure", "3 morts", "4 morts"),),
    ),
    Case(
        "dead here, injured there",
        "L’effondrement du pont de Valbrune a fait 3 morts.",
        "L’effondrement du pont de Valbrune a fait 4 blessés.",
    ),
    Case(
        "two attacks in two towns",
        "Un attentat au marché de Lorvent a fait 12 morts lundi.",
        "Un attentat au marché de Valbrune a fait 14 morts lundi.",
    ),
    Case(
        "two attacks on two days",
        "Un attentat au marché de Lorvent a fait 12 morts le 3 mars 2021.",
        "Un attentat au marché de Lorvent a fait 14 morts le 8 juin 2022.",
    ),
    Case(
        "soldiers of two armies",
        "L’armée dit avoir capturé 5 soldats kestoves près de Lorvent.",
        "L’armée dit avoir capturé 7 soldats orlaniens près de Lorvent.",
    ),
    Case(
        "soldiers of one army",
        "L’armée dit avoir capturé 5 soldats kestoves près de Lorvent.",
        "L’armée dit avoir capturé 7 soldats kestoves près de Lorvent.",
        differ=(("figure", "5 soldats", "7 soldats"),),
    ),
    Case(
        "a part is not the whole",
        "L’incendie de l’hôtel de Lorvent a fait 12 morts.",
        "L’incendie de l’hôtel de Lorvent a fait des victimes, dont 4 morts.",
    ),
    Case(
        "nearly five millions are five millions",
        "La Kestovie a livré près de 5 millions d’obus à son allié depuis août.",
        "La Kestovie a livré 5 millions d’obus à son allié depuis août.",
        agree=(
            ("figure", "près de 5 millions d’obus", "5 millions d’obus"),
            ("date", "août", "août"),
        ),
    ),
    Case(
        "more than a thousand can be 1,200",
        "La Kestovie a livré plus de 1 000 conteneurs de munitions à l’Orlanie.",
        "La Kestovie a livré 1 200 conteneurs de munitions à l’Orlanie.",
        agree=(("figure", "plus de 1 000 conteneurs", "1 200 conteneurs"),),
    ),
    Case(
        "more than a thousand cannot be 800",
        "La Kestovie a livré plus de 1 000 conteneurs de munitions à l’Orlanie.",
        "La Kestovie a livré 800 conteneurs de munitions à l’Orlanie.",
        differ=(("figure", "plus de 1 000 conteneurs", "800 conteneurs"),),
    ),
    Case(
        "a range holds what lies in it",
        "Entre 20 000 et 50 000 manifestants ont défilé samedi dans le centre de Lorvent.",
        "Quelque 30 000 manifestants ont défilé samedi dans le centre de Lorvent.",
        agree=(
            ("figure", "20 000 et 50 000 manifestants", "Quelque 30 000 manifestants"),
            ("date", "samedi", "samedi"),
        ),
    ),
    Case(
        "a range does not hold what lies outside",
        "De 20 000 à 50 000 manifestants ont défilé samedi dans le centre de Lorvent.",
        "Quelque 90 000 manifestants ont défilé samedi dans le centre de Lorvent.",
        agree=(("date", "samedi", "samedi"),),
        differ=(("figure", "20 000 à 50 000 manifestants", "Quelque 90 000 manifestants"),),
    ),
    Case(
        "rounded",
        "Le chantier du tunnel de Valbrune a coûté 4,98 millions d’euros à la région.",
        "Le chantier du tunnel de Valbrune a coûté 5 millions d’euros à la région.",
        agree=(("figure", "4,98 millions d’euros", "5 millions d’euros"),),
    ),
    Case(
        "two sums for one thing",
        "Le chantier du tunnel de Valbrune a coûté 4,2 millions d’euros à la région.",
        "Le chantier du tunnel de Valbrune a coûté 6,7 millions d’euros à la région.",
        differ=(("figure", "4,2 millions d’euros", "6,7 millions d’euros"),),
    ),
    Case(
        "sums for two things",
        "La région versera 4,2 millions d’euros pour le tunnel de Valbrune.",
        "La commune a emprunté 6,7 millions d’euros afin d’agrandir son école.",
    ),
    Case(
        "per cent of two things",
        "Le chômage des jeunes a atteint 12 % en Kestovie au printemps.",
        "Les ventes de voitures ont reculé de 15 % en Kestovie au printemps.",
        agree=(("date", "printemps", "printemps"),),
    ),
    Case(
        "per cent of one thing",
        "Le chômage des jeunes a atteint 12 % en Kestovie au printemps.",
        "Le chômage des jeunes a atteint 15 % en Kestovie au printemps.",
        agree=(("date", "printemps", "printemps"),),
        differ=(("figure", "12 %", "15 %"),),
    ),
    Case(
        "two candidates, two shares",
        "Hélène Marchandeau a obtenu 52 % des voix au second tour.",
        "Paul Estève a obtenu 48 % des voix au second tour.",
    ),
    Case(
        "two companies, two orders",
        "Sudair a commandé 40 avions au salon de Lorvent.",
        "Alizair a commandé 60 avions au salon de Lorvent.",
    ),
    Case(
        "an order and what it was before",
        "Sudair a commandé 40 avions cette année, contre 25 avions un an plus tôt.",
        "Sudair a commandé 40 avions cette année, contre 25 avions un an plus tôt.",
        agree=(
            ("figure", "40 avions", "40 avions"),
            ("figure", "25 avions", "25 avions"),
            ("date", "cette année", "cette année"),
            ("date", "un an plus tôt", "un an plus tôt"),
        ),
    ),
    Case(
        "both numbers stand in one of them",
        "Le naufrage a fait 9 morts au large de Lorvent, un bilan porté ensuite à 11 morts.",
        "Le naufrage a fait 11 morts au large de Lorvent.",
        agree=(("figure", "11 morts", "11 morts"),),
    ),
    Case(
        "ages",
        "Le pêcheur, un homme de 43 ans, a disparu au large de Lorvent.",
        "Le pêcheur, un homme de 45 ans, a disparu au large de Lorvent.",
    ),
    Case(
        "durations",
        "Les secours ont cherché pendant 6 heures dans les décombres de l’école de Lorvent.",
        "Les secours ont cherché pendant 9 heures dans les décombres de l’école de Lorvent.",
    ),
    Case(
        "new cases of two days",
        "La Kestovie a recensé 341 nouveaux morts de la fièvre en 24 heures.",
        "La Kestovie a recensé 418 nouveaux morts de la fièvre en 24 heures.",
        days=("2023-09-13", "2023-09-15"),
    ),
    Case(
        "a toll that rises",
        "Le séisme de Lorvent a fait 120 morts, selon un bilan provisoire.",
        "Le séisme de Lorvent a fait 164 morts, selon un bilan provisoire.",
        differ=(("figure", "120 morts", "164 morts"),),
        days=("2023-09-13", "2023-09-14"),
    ),
    Case(
        "new arrests beside those before",
        "La police a interpellé 12 manifestants devant la préfecture de Lorvent.",
        "La police a interpellé 5 autres manifestants devant la préfecture de Lorvent.",
    ),
    Case(
        "lists: each country with its own",
        "Suivent la Kestovie (4 512 morts) et l’Orlanie (3 871 morts).",
        "Suivent la Kestovie (4 512 morts) et l’Orlanie (3 902 morts).",
        agree=(("figure", "4 512 morts", "4 512 morts"),),
        differ=(("figure", "3 871 morts", "3 902 morts"),),
    ),
    Case(
        "lists in another order",
        "Les pays les plus touchés sont la Kestovie (4 512 morts) et l’Orlanie (3 871 morts).",
        "Les pays les plus touchés sont l’Orlanie (3 871 morts) et la Kestovie (4 512 morts).",
        agree=(
            ("figure", "4 512 morts", "4 512 morts"),
            ("figure", "3 871 morts", "3 871 morts"),
        ),
    ),
    Case(
        "who did it is not who suffered it",
        "Trois hommes ont tué un gardien du port de Lorvent.",
        "Cinq personnes ont été tuées au port de Lorvent par des inconnus.",
    ),
    Case(
        "no unit, no claim in other words",
        "Le cours de l’action a fini à 4 512,3 à la Bourse de Lorvent.",
        "Le débit du fleuve était de 3 871,2 mardi à Valbrune.",
    ),
    Case(
        "small numbers of other things",
        "Deux hommes attendaient devant la gare de Lorvent.",
        "Le maire a reçu deux hommes d’affaires dans son bureau.",
    ),
    Case(
        "one English side: the same number",
        "L’incendie a détruit 1 250 hectares de forêt autour de Lorvent.",
        "The fire destroyed 1,250 hectares of forest around Lorvent.",
        agree=(("figure", "1 250 hectares", "1,250 hectares"),),
        languages=("fr", "en"),
    ),
    Case(
        "both English, another number",
        "The fire destroyed 1,250 homes in the hills around Lorvent, officials said.",
        "The fire destroyed 1,400 homes in the hills around Lorvent, officials said.",
        differ=(("figure", "1,250 homes", "1,400 homes"),),
        languages=("en", "en"),
    ),
    Case(
        "more than and its negation are not compared as numbers",
        "Au moins 12 personnes ont été blessées dans la collision de deux trams à Lorvent.",
        "Plus de 10 personnes ont été blessées dans la collision de deux trams à Lorvent.",
        agree=(
            ("figure", "Au moins 12 personnes", "Plus de 10 personnes"),
            ("figure", "deux trams", "deux trams"),
        ),
    ),
)

DATES = (
    Case(
        "an arrival on two days",
        "Le dirigeant kestove Paul Estève est arrivé à Lorvent le 12 septembre en train blindé.",
        "Paul Estève arrivera à Lorvent le 13 septembre à bord de son train blindé.",
        differ=(("date", "12 septembre", "13 septembre"),),
        days=("2023-09-20", "2023-09-11"),
    ),
    Case(
        "July and August",
        "Le ministre Jean Rivolet s’est rendu en Kestovie en juillet pour une parade militaire.",
        "Le ministre Jean Rivolet s’est rendu en Kestovie en août pour une parade militaire.",
        differ=(("date", "juillet", "août"),),
    ),
    Case(
        "a month holds its days",
        "Le ministre Jean Rivolet s’est rendu en Kestovie en juillet pour une parade militaire.",
        "Le ministre Jean Rivolet s’est rendu en Kestovie le 27 juillet pour une parade militaire.",
        agree=(("date", "juillet", "27 juillet"),),
    ),
    Case(
        "statements of two days",
        "« Rien n’est décidé », a déclaré Hélène Marchandeau lundi à la presse de Lorvent.",
        "« Tout est ouvert », a déclaré Hélène Marchandeau mardi à la presse de Lorvent.",
    ),
    Case(
        "two events of one person",
        "Paul Estève a inauguré le musée de Lorvent le 4 mai.",
        "Paul Estève a perdu les élections régionales le 9 juin.",
    ),
    Case(
        "one event of two persons",
        "Paul Estève est né à Lorvent le 4 mai 1961.",
        "Jean Rivolet est né à Lorvent le 9 juin 1958.",
    ),
    Case(
        "the same explicit date",
        "L’accord a été signé à Lorvent le 4 mai 2021 par les deux ministres.",
        "Signé à Lorvent le 4 mai 2021, l’accord n’a jamais été appliqué.",
        agree=(("date", "4 mai 2021", "4 mai 2021"),),
    ),
    Case(
        "a weekday and its date",
        "Le ferry a coulé mardi devant le port de Lorvent avec ses passagers.",
        "Le ferry a coulé le 12 septembre devant le port de Lorvent avec ses passagers.",
        agree=(("date", "mardi", "12 septembre"),),
        days=("2023-09-13", "2023-09-20"),
    ),
    Case(
        "a weekday taken from the wrong week",
        "Le ferry a coulé mardi devant le port de Lorvent avec ses passagers.",
        "Le ferry a coulé le 5 septembre devant le port de Lorvent avec ses passagers.",
        days=("2023-09-13", "2023-09-20"),
    ),
    Case(
        "a sinking on two days",
        "Le ferry a coulé mardi devant le port de Lorvent avec ses passagers.",
        "Le ferry a coulé le 11 septembre devant le port de Lorvent avec ses passagers.",
        differ=(("date", "mardi", "11 septembre"),),
        days=("2023-09-13", "2023-09-20"),
    ),
    Case(
        "the day's report of each day",
        "La préfecture de Lorvent a recensé mardi les dégâts de la crue.",
        "La préfecture de Lorvent a recensé jeudi les dégâts de la crue.",
        days=("2023-09-12", "2023-09-14"),
    ),
    Case(
        "years of one founding",
        "La société Armor Fret a été fondée en 1978 à Lorvent.",
        "La société Armor Fret a été fondée en 1987 à Lorvent.",
        differ=(("date", "1978", "1987"),),
    ),
    Case(
        "both dates stand in one of them",
        "Paul Estève arrivera à Lorvent le 13 septembre, et non le 12 septembre.",
        "Paul Estève arrivera à Lorvent le 12 septembre.",
        agree=(("date", "12 septembre", "12 septembre"),),
        days=("2023-09-11", "2023-09-10"),
    ),
    Case(
        "English dates",
        "Paul Estève arrived in Lorvent on September 12 aboard his armoured train.",
        "Paul Estève arrived in Lorvent on September 14 aboard his armoured train.",
        differ=(("date", "September 12", "September 14"),),
        days=("2023-09-20", "2023-09-20"),
        languages=("en", "en"),
    ),
)

QUOTES = (
    Case(
        "the same words",
        "« Nous ne savons pas encore ce qui a provoqué l’explosion », a dit Hélène Marchandeau.",
        "Hélène Marchandeau l’a dit : « Nous ne savons pas encore ce qui a provoqué l’explosion. »",
        agree=(
            (
                "quote",
                "Nous ne savons pas encore ce qui a provoqué l’explosion",
                "Nous ne savons pas encore ce qui a provoqué l’explosion",
            ),
        ),
    ),
    Case(
        "cut",
        "« Nous ne savons pas encore ce qui a provoqué l’explosion, et l’enquête sera longue », a "
        "déclaré Hélène Marchandeau.",
        "« L’enquête sera longue », a prévenu Hélène Marchandeau. « Nous ne savons pas encore ce "
        "qui a provoqué l’explosion », a-t-elle ajouté.",
        agree=(
            (
                "quote",
                "Nous ne savons pas encore ce qui a provoqué l’explosion",
                "Nous ne savons pas encore ce qui a provoqué l’explosion",
            ),
        ),
    ),
    Case(
        "one word altered",
        "« Nous n’accepterons jamais la fermeture du chantier naval », a lancé Paul Estève.",
        "« Nous n’accepterons jamais la vente du chantier naval », a lancé Paul Estève.",
        agree=(("quote", "Nous n’accepterons jamais la", "Nous n’accepterons jamais la"),),
        differ=(("quote", "fermeture", "vente"),),
    ),
    Case(
        "a plural is no alteration",
        "« Nous n’accepterons jamais la fermeture des chantiers navals », a lancé Paul Estève.",
        "« Nous n’accepterons jamais la fermeture du chantier naval », a lancé Paul Estève.",
        agree=(
            (
                "quote",
                "Nous n’accepterons jamais la fermeture",
                "Nous n’accepterons jamais la fermeture",
            ),
        ),
    ),
    Case(
        "two sayings of one person",
        "« Le chantier naval fermera au printemps », a annoncé Paul Estève.",
        "« Les salaires seront versés jusqu’au bout », a promis Paul Estève.",
    ),
    Case(
        "a title is no quotation",
        "Le film « Les Vents de Lorvent » sort mercredi.",
        "Le roman « Les Vents de Lorvent » a été traduit.",
    ),
    Case(
        "alike words of two persons",
        "« La situation est grave mais pas désespérée pour le port », a dit Paul Estève.",
        "« La situation est grave mais pas désespérée pour la ville », a dit Hélène Marchandeau.",
        agree=(
            (
                "quote",
                "La situation est grave mais pas désespérée pour",
                "La situation est grave mais pas désespérée pour",
            ),
        ),
    ),
)

NAMES = (
    Case(
        "two holders of one office",
        "Le ministre kestove de la Défense Paul Estève a visité la base de Lorvent.",
        "Le ministre kestove de la Défense Jean Rivolet s’est rendu sur une base aérienne.",
        differ=(("name", "Paul Estève", "Jean Rivolet"),),
    ),
    Case(
        "two offices",
        "Le ministre kestove de la Défense Paul Estève a visité la base de Lorvent.",
        "Le ministre kestove de la Santé Jean Rivolet a visité la base de Lorvent.",
    ),
    Case(
        "two towns' mayors",
        "Le maire de Lorvent Paul Estève a porté plainte.",
        "Le maire de Valbrune Jean Rivolet a porté plainte.",
    ),
    Case(
        "a former holder",
        "Le maire de Lorvent Paul Estève a porté plainte.",
        "L’ancien maire de Lorvent Jean Rivolet a porté plainte.",
    ),
    Case(
        "another spelling is no other name",
        "Le directeur du port Ivan Kovaltchouk a porté plainte.",
        "Le directeur du port Ivan Kovalchuk a porté plainte.",
    ),
    Case(
        "many hold such a role",
        "Le député de Lorvent Paul Estève a voté la loi.",
        "Le député de Lorvent Jean Rivolet a voté la loi.",
    ),
    Case(
        "years later",
        "Le maire de Lorvent Paul Estève a porté plainte.",
        "Le maire de Lorvent Jean Rivolet a porté plainte.",
        days=("2018-03-01", "2023-09-13"),
    ),
)

CASES = (*FIGURES, *DATES, *QUOTES, *NAMES)
