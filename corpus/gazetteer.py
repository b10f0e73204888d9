"""Small tables of well-known names: countries, big cities, institutions, outlets, nationalities.

They settle the label of a name that a statistical model sees too rarely in one sense, and tell
names from words that only look like names. Written by hand; French names first, then English.
"""

from functools import lru_cache

from corpus.sounds import flat
from corpus.types import Label


def table(lines: str) -> frozenset[str]:
    """The names of a table written with semicolons and line ends between them."""
    return frozenset(name for name in lines.replace("\n", ";").split(";") if name)


COUNTRIES = table("""
Afghanistan;Afrique du Sud;Albanie;Algérie;Allemagne;Angleterre;Angola;Arabie saoudite
Arabie Saoudite;Argentine;Arménie;Australie;Autriche;Azerbaïdjan;Bahreïn;Bangladesh;Belgique
Bénin;Biélorussie;Bélarus;Birmanie;Bolivie;Bosnie;Bosnie-Herzégovine;Botswana;Brésil;Bulgarie
Burkina Faso;Burundi;Cambodge;Cameroun;Canada;Chili;Chine;Chypre;Colombie;Comores;Congo;Corée
Corée du Nord;Corée du Sud;Costa Rica;Côte d’Ivoire;Croatie;Cuba;Danemark;Djibouti;Écosse;Egypte
Égypte;Émirats arabes unis;Equateur;Équateur;Érythrée;Espagne;Estonie;Etats-Unis;États-Unis
Éthiopie;Ethiopie;Finlande;France;Gabon;Gambie;Géorgie;Ghana;Grande-Bretagne;Grèce;Guatemala
Guinée;Haïti;Honduras;Hongrie;Inde;Indonésie;Irak;Iran;Irlande;Irlande du Nord;Islande;Israël
Italie;Jamaïque;Japon;Jordanie;Kazakhstan;Kenya;Kirghizistan;Kosovo;Koweït;Laos;Lettonie;Liban
Liberia;Libye;Liechtenstein;Lituanie;Luxembourg;Macédoine;Madagascar;Malaisie;Malawi;Mali;Malte
Maroc;Mauritanie;Mexique;Moldavie;Monaco;Mongolie;Monténégro;Mozambique;Namibie;Népal;Nicaragua
Niger;Nigeria;Nouvelle-Zélande;Norvège;Oman;Ouganda;Ouzbékistan;Pakistan;Palestine;Panama
Paraguay;Pays-Bas;Pays de Galles;Pérou;Philippines;Pologne;Portugal;Qatar
République centrafricaine;Centrafrique;République démocratique du Congo;République dominicaine
République tchèque;Roumanie;Royaume-Uni;Russie;Rwanda;Salvador;Sénégal;Serbie;Sierra Leone
Singapour;Slovaquie;Slovénie;Somalie;Soudan;Soudan du Sud;Sri Lanka;Suède;Suisse;Syrie
Tadjikistan;Taïwan;Taiwan;Tanzanie;Tchad;Tchécoslovaquie;Tchéquie;Thaïlande;Togo;Tunisie
Turkménistan;Turquie;Ukraine;Union soviétique;URSS;Uruguay;Venezuela;Viêt Nam;Vietnam;Yémen
Yougoslavie;Zambie;Zimbabwe;USA;RDC;Algeria;Argentina;Australia;Austria;Belarus;Belgium;Brazil
Britain;Cambodia;Chile;China;Colombia;Croatia;Czech Republic;Denmark;Egypt;England;Finland
Germany;Great Britain;Greece;Hungary;Iceland;India;Indonesia;Iraq;Ireland;Israel;Italy;Japan
Kuwait;Lebanon;Libya;Lithuania;Malaysia;Mexico;Mongolia;Morocco;Netherlands;New Zealand
North Korea;Norway;Poland;Romania;Russia;Saudi Arabia;Scotland;Serbia;Singapore;Slovakia
South Africa;South Korea;Soviet Union;Spain;Sudan;Sweden;Switzerland;Syria;Thailand;Tunisia
Turkey;United Arab Emirates;United Kingdom;United States;Yemen
""")

PLACES = table("""
Afrique;Afrique de l’Ouest;Afrique du Nord;Alep;Alger;Amérique;Amérique du Nord;Amérique du Sud
Amérique latine;Amsterdam;Ankara;Asie;Asie centrale;Asie de l’Est;Asie du Nord-Est
Asie du Sud-Est;Athènes;Atlantique;Bagdad;Balkans;Bamako;Bangkok;Barcelone;Berlin;Beyrouth
Bordeaux;Boston;Bruxelles;Bucarest;Budapest;Cachemire;Californie;Caracas;Caraïbes;Catalogne
Caucase;Chicago;Cisjordanie;Corse;Crimée;Damas;Donbass;Dubaï;Dublin;Europe;Europe de l’Est
Extrême-Orient;Floride;Gaza;Genève;Grenoble;Guadeloupe;Hanoï;Hong Kong;Istanbul;Jakarta
Jérusalem;Johannesburg;Kaboul;Kiev;Kinshasa;Kyiv;La Havane;La Haye;La Mecque;La Réunion
La Rochelle;Le Caire;Le Havre;Le Mans;Lille;Lisbonne;Londres;Los Angeles;Lyon;Madrid;Maghreb
Marseille;Martinique;Mayotte;Méditerranée;Mexico;Miami;Milan;Montpellier;Montréal;Moscou;Mossoul
Moyen-Orient;Munich;Nantes;New Delhi;New York;Normandie;Nouvelle-Calédonie;Océanie;Oslo
Pacifique;Paris;Pékin;Philadelphie;Prague;Proche-Orient;Pyongyang;Québec;Rennes;Rio de Janeiro
Rome;Saint-Pétersbourg;San Francisco;Sarajevo;Séoul;Seoul;Shanghai;Sibérie;Silicon Valley
Stockholm;Strasbourg;Sydney;Téhéran;Tel-Aviv;Tel Aviv;Texas;Tibet;Tokyo;Toronto;Toulouse;Tripoli
Tunis;Varsovie;Vatican;Vienne;Vladivostok;Washington;Zurich;Beijing;Brussels;London;Moscow;Bakhmout
Dnipro;Donetsk;Kharkiv;Kherson;Lougansk;Lviv;Marioupol;Mariupol;Odessa;Zaporijjia
""")

INSTITUTIONS = table("""
ONU;OTAN;UE;Nations unies;Nations Unies;Union européenne;Union africaine;Conseil européen
Commission européenne;Banque mondiale;Banque centrale européenne;BCE;FMI;OMS;OMC;AIEA;Unesco
UNESCO;Unicef;UNICEF;Interpol;Europol;CIA;FBI;NSA;NASA;KGB;FSB;Ligue arabe;Croix-Rouge
Amnesty International;Human Rights Watch;Greenpeace;Kremlin;Maison-Blanche;Maison Blanche
Maison blanche;White House;Pentagone;Pentagon;Matignon;Quai d’Orsay;Downing Street;Bundestag
Assemblée nationale;Sénat;Congrès;Parlement européen;Daech;Daesh;Al-Qaïda;Boko Haram;Hezbollah
Hamas;Talibans;talibans;État islamique;État Islamique;Etat islamique;Etat Islamique;Gilets jaunes
gilets jaunes;Microsoft;Boeing;Airbus;EDF;SNCF;RATP;Pôle emploi;CGT;CFDT;Medef;MEDEF;Front national
Rassemblement national;La France insoumise;Les Républicains;European Union;United Nations;NATO
World Bank;SUD
""")

OUTLETS = table("""
AFP;AP;Associated Press;The Associated Press;Reuters;Bloomberg;Belga;Anadolu;Tass;TASS;Interfax
Yonhap;KCNA;Kyodo;Xinhua;Chine nouvelle;Ria Novosti;RIA Novosti;Sputnik;Russia Today;Al-Jazeera
Al Jazeera;BBC;CNN;NBC;NBC News;ABC News;CBS News;Fox News;Le Monde;Le Figaro;Libération
Le Parisien;Les Echos;Les Échos;La Croix;L’Express;L’Humanité;L’Obs;Le Point;Mediapart;Médiapart
Ouest-France;Charlie Hebdo;Le Canard enchaîné;Le Canard Enchaîné;France Info;Franceinfo;franceinfo
France Inter;France 24;BFMTV;RTL;RFI;Europe 1;The New York Times;New York Times
The Washington Post;Washington Post;The Guardian;Guardian;Financial Times
The Wall Street Journal;Wall Street Journal;The Economist;The Kyiv Independent;Kyiv Independent
Foreign Policy;Foreign Affairs;Der Spiegel;Spiegel;El País;El Pais;38 North;Politico;Newsweek
USA Today;Nikkei;Euronews;Parisien;Figaro;Monde
""")

KNOWN: dict[str, Label] = {
    **dict.fromkeys(COUNTRIES | PLACES, "LOC"),
    **dict.fromkeys(INSTITUTIONS | OUTLETS, "ORG"),
}
"""Exact forms (with ’ for the apostrophe) whose label never depends on the sentence."""

AMBIGUOUS = table("""
Congrès;Congo;Figaro;Gilets jaunes;gilets jaunes;Guardian
Guinée;Le Point;Libération;Malte;Monde;Parisien;SUD;Salvador
""")
"""Known forms that are also common words or parts of names: never added to what the model saw."""

ORG_HEADS = table("""
académie;agence;alliance;assemblée;association;autorité;banque;bureau;centre;cercle;club;collège
comité;commission;compagnie;confédération;conseil;coopérative;cour;département;direction;école
fédération;fondation;fonds;front;groupe;haut-commissariat;hôpital;institut;laboratoire;ligue
lycée;ministère;mouvement;musée;observatoire;office;ordre;organisation;parlement;parquet;parti
préfecture;rassemblement;réseau;société;syndicat;tribunal;union;université;institute;university
council
""")
"""First words of an institution's name; in a place or a person they would be strange."""

ORG_TAILS = table("""
Agency;Association;Bank;Center;Centre;Club;Commission;Company;Corp;Corporation;Council;FC
Federation;Foundation;Group;Inc;Institute;Institution;International;Ltd;Magazine;Ministry;News
Organization;Party;Post;Press;School;Times;Tribune;TV;University
""")

GIVEN_NAMES = frozenset(
    """
Aaron Abdel Abdul Abdullah Adam Adrian Adrien Ahmed Aisha Alain Alan Alastair Albert Alejandro
Aleksandr Aleksei Alessandro Alexander Alexandre Alexandra Alexei Alexis Alice Alison Amanda Amir
Amy Ana Anastasia Anatoly Andrea Andreas Andrei Andrew Andrii Andriy Angela Anita Ann Anna Anne
Annie Anthony Antoine Antonio Antony Anwar Arnaud Arthur Artyom Astrid Audrey Aurélie Barbara
Bashar Benjamin Bernard Bernie Beth Bill Boris Brian Bruce Bruno Camille Carla Carlos Caroline
Catherine Cécile Céline Charles Charlotte Chloé Chris Christian Christine Christophe Christopher
Claire Claude Claudia Clément Colin Corinne Craig Cyril Daniel Daniela Daniil Danylo David Deborah
Denis Dennis Diego Dmitri Dmitry Dmytro Dominique Donald Dorothy Douglas Dylan Edgar Edward Éric
Elena Eleanor Elizabeth Ellen Emily Emma Emmanuel Emmanuelle Enrique Eric Erik Ethan Eugene Eva
Evelyn Evgeny Fabien Fabrice Fatima Felix Fernando Florence Florian Francis Francisco François
Françoise Frank Franck Frédéric Frederick Gabriel Gary Gavin Geoffrey George Georges Gérard
Gianni Gilles Giorgia Giovanni Giulia Giuseppe Gordon Graham Grégory Guillaume Gustavo Guy Hannah
Hans Harold Harry Hassan Heather Helen Hélène Henri Henry Hillary Howard Hugo Ian Ibrahim Igor Ilya
Irina Isabelle Ivan Ivanka Jack Jacob Jacques Jake James Jamal Jamie Jane Janet Jason Javier Jean
Jeff Jeffrey Jennifer Jenny Jeremy Jérôme Jerry Jessica Jim Joan Joe Johann John Jonathan Jordan
Jorge José Joseph Josep Joshua Juan Judith Julia Julian Julie Julien Justin Kamala Karen Karim
Karl Kate Katherine Kathleen Keith Kelly Kenneth Kevin Khaled Kyrylo Laura Laurence Laurent Lars
Leo Léa Leonardo Leonid Leslie Lionel Lisa Louis Louise Luc Lucas Lucy Luis Luiz Lyudmila Magnus
Manuel Marc Marcel Marco Margaret Maria María Marie Marina Marine Mario Mark Marion Martin Martha
Mary Mathieu Matteo Matthew Matthieu Maurice Max Maxim Maxime Megan Mehdi Melissa Michael Michel
Michèle Michelle Miguel Mike Mikhail Mohamed Mohammed Mohammad Monica Muhammad Mustafa Mykhailo
Mykola Nadia Najat Nancy Natalia Nathalie Nathan Neil Nicholas Nicolas Nicole Nigel Nikita Nikolai
Nina Noah Oleg Oleh Oleksandr Oleksii Oleksiy Olena Olga Olha Oliver Olivier Omar Oscar Pablo
Paolo Pascal Patricia Patrick Paul Paula Pavel Pavlo Pedro Peter Petro Philip Philippe Pierre
Rachel Rafael Ralph Rebecca Recep Rémi René Ricardo Richard Robert Roberto Roger Roman Ronald Rosa
Ruth Ryan Samantha Samuel Sandra Sarah Scott Sean Sébastien Sergei Sergey Sergio Serhii Serhiy
Sharon Silvio Simon Simone Sofia Sophie Stanislas Stéphane Stephanie Stephen Steve Steven Stuart
Susan Suzanne Svetlana Sylvain Sylvie Tamara Tatiana Taras Teresa Theresa Thierry Thomas Timothy
Tom Tony Ulrich Ursula Vadim Valérie Vasyl Victor Viktor Vincent Vitali Vitaly Vladimir Volodymyr
Walter Wayne Wendy William Xavier Yahya Yann Yannick Yasmina Yevgeny Yulia Yuri Yuriy Yves Yvonne
Zoé
""".split()
)
"""Given names that are little else; before another word with a capital they begin a person."""

NATIONS = frozenset(
    """
afghan albanais algérien allemand américain andorran anglais angolais argentin arménien
asiatique africain australien autrichien azerbaïdjanais azéri bahreïni bangladais belge béninois
biélorusse birman bolivien bosniaque bosnien breton brésilien britannique bulgare burkinabé
burundais cambodgien camerounais canadien catalan centrafricain chilien chinois chypriote
colombien congolais coréen corse costaricain croate cubain danois écossais égyptien émirati
équatorien érythréen espagnol estonien éthiopien européen finlandais flamand français gabonais
gallois géorgien ghanéen grec guatémaltèque guinéen haïtien hollandais hondurien hongrois indien
indonésien irakien iranien irlandais islandais israélien italien ivoirien jamaïcain japonais
jordanien kazakh kenyan kirghize kosovar koweïtien kurde laotien letton libanais libérien libyen
lituanien luxembourgeois macédonien malaisien malgache malien maltais marocain mauritanien
mexicain moldave monégasque mongol monténégrin mozambicain namibien néerlandais népalais
néo-zélandais nicaraguayen nigérian nigérien norvégien omanais ougandais ouzbek ouzbèke
pakistanais palestinien panaméen paraguayen péruvien philippin polonais portugais qatari
québécois romain roumain russe rwandais saoudien sénégalais serbe singapourien slovaque slovène
somalien soudanais soviétique sri-lankais sud-africain suédois suisse suissesse syrien tadjik
taïwanais tanzanien tchadien tchèque tchétchène thaïlandais togolais tunisien turc turque
turkmène ukrainien uruguayen vénézuélien vietnamien yéménite yougoslave zambien zimbabwéen arabe
juif juive musulman occidental parisien londonien bermudien maghrébin slave
""".split()
)
"""Nationalities, masculine singular."""

NEVER = frozenset(
    """
janvier février avril mai juin juillet août septembre octobre novembre décembre lundi mardi
mercredi jeudi vendredi samedi dimanche january february march april june july august september
october november december monday tuesday wednesday thursday friday saturday sunday état états
etat etats république constitution homme président présidente premier première ministre
gouvernement opposition dieu
monsieur madame commission concours comité explicateur exclusif vidéo photo photos voir lire utc
gmt ndlr http https www com affaire entrevue vidéos mm ça ca cela il elle ils elles on nous vous
je qui que mais donc car si comme quand lorsque puis alors ainsi aussi après avant depuis
pendant selon pour sans dans avec chez entre vers contre malgré outre plus moins tout tous autre
autres certains plusieurs chaque aucun notre votre leur fait insolite objectif bourse internet
web jt pib tva cdd cdi smic crs sida covid covid-19 coronavirus brexit mondial
""".split()
)
"""Words that stand alone with a capital without naming anything that one could follow."""


@lru_cache(maxsize=65536)
def is_nationality(word: str) -> bool:
    """Whether the word is an inhabitant or the adjective of a country, in any gender and number."""
    last = flat(word)
    if last in NATION_FORMS:
        return True
    before, _, tail = last.rpartition("-")
    return tail in NATION_FORMS and before not in ("", "haute")  # la Haute-Corse is a place


def nation_forms(masculine: str) -> set[str]:
    """The four forms of a French nationality, without accents."""
    stem = flat(masculine)
    feminine = stem + "e" if not stem.endswith("e") else stem
    if stem.endswith("en"):
        feminine = stem + "ne"
    if stem == "grec":
        feminine = "grecque"
    if stem == "turc":
        feminine = "turque"
    plural = stem if stem.endswith(("s", "x")) else stem + "s"
    return {stem, plural, feminine, feminine + "s"}


NATION_FORMS = frozenset(form for nation in NATIONS for form in nation_forms(nation)) - {
    "suisse",
    "romain",
    "romaine",
}
"""Suisse is a country too, Romain a first name."""
