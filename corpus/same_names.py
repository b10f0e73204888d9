"""Pairs of names so different that no rule joins them, yet every reader knows that they are one.

Each line holds one thing's names, without accents, capitals, hyphens and small words (`de`, `la`,
`the`). A name with two meanings in the news is left out: Mexico is a city in French, Jordan a
first name. A party that changed its name is one party.
"""

SAME = """
nations unies;onu;united nations;organisation nations unies
otan;nato;organisation traite atlantique nord;alliance atlantique
union europeenne;ue;european union;eu
commission europeenne;european commission
parlement europeen;european parliament
etats unis;usa;united states;etats unis amerique;united states america;u s;us;u s a
royaume uni;united kingdom;uk;grande bretagne;great britain;britain
union sovietique;urss;soviet union;ussr
republique democratique congo;rdc;rd congo;congo kinshasa;democratic republic congo
congo brazzaville;republique congo
republique centrafricaine;centrafrique;rca;central african republic
cote ivoire;ivory coast
emirats arabes unis;united arab emirates;uae;emirats
maison blanche;white house
pentagone;pentagon
conseil securite nations unies;un security council;united nations security council
associated press;ap
agence france presse;afp
fonds monetaire international;fmi;imf;international monetary fund
banque centrale europeenne;bce;ecb;european central bank
banque mondiale;world bank
organisation mondiale sante;oms;world health organization
organisation mondiale commerce;omc;wto;world trade organization
agence internationale energie atomique;aiea;iaea
organisation cooperation et developpement economiques;ocde;oecd
etat islamique;daech;daesh;organisation etat islamique;ei;isis;islamic state;groupe etat islamique
al qaida;al qaeda;alqaida
croix rouge;red cross
union africaine;african union
ligue arabe;arab league
cour penale internationale;cpi;icc;international criminal court
coree nord;north korea;dprk;rpdc;republique populaire democratique coree
coree sud;south korea;republique coree
afrique sud;south africa
arabie saoudite;saudi arabia
nouvelle zelande;new zealand
papouasie nouvelle guinee;papua new guinea
republique tcheque;tchequie;czech republic;czechia
republique dominicaine;dominican republic
bosnie herzegovine;bosnie;bosnia;bosnia and herzegovina
macedoine nord;north macedonia;macedoine
pays galles;wales
pays basque;basque country
irlande nord;northern ireland
terre neuve;newfoundland
russie;russia;federation russie;russian federation
chine;china
japon;japan
allemagne;germany
espagne;spain
italie;italy
inde;india
turquie;turkey
syrie;syria
irak;iraq
liban;lebanon
egypte;egypt
libye;libya
maroc;morocco
algerie;algeria
tunisie;tunisia
mauritanie;mauritania
soudan;sudan
soudan sud;south sudan
somalie;somalia
ethiopie;ethiopia
erythree;eritrea
ouganda;uganda
tanzanie;tanzania
zambie;zambia
namibie;namibia
cameroun;cameroon
guinee equatoriale;equatorial guinea
cap vert;cape verde
bresil;brazil
argentine;argentina
chili;chile
perou;peru
colombie;colombia
bolivie;bolivia
equateur;ecuador
jamaique;jamaica
trinite et tobago;trinidad and tobago
suede;sweden
norvege;norway
danemark;denmark
finlande;finland
islande;iceland
irlande;ireland
ecosse;scotland
angleterre;england
pologne;poland
hongrie;hungary
roumanie;romania
bulgarie;bulgaria
serbie;serbia
croatie;croatia
slovenie;slovenia
slovaquie;slovakia
albanie;albania
grece;greece
chypre;cyprus
malte;malta
lettonie;latvia
lituanie;lithuania
estonie;estonia
bielorussie;belarus;bielarus
moldavie;moldova
armenie;armenia
azerbaidjan;azerbaijan
ouzbekistan;uzbekistan
tadjikistan;tajikistan
kirghizistan;kirghizstan;kyrgyzstan
suisse;switzerland
autriche;austria
belgique;belgium
pays bas;netherlands
birmanie;myanmar;burma
thailande;thailand
malaisie;malaysia
indonesie;indonesia
singapour;singapore
cambodge;cambodia
coree;korea
mongolie;mongolia
palestine;etat palestine
cisjordanie;west bank
bande gaza;gaza strip
koweit;kuwait
australie;australia
europe;europa
afrique;africa
asie;asia
amerique nord;north america
amerique sud;south america
amerique latine;latin america
moyen orient;middle east
proche orient;near east
mediterranee;mediterranean
crimee;crimea
donbass;donbas
siberie;siberia
catalogne;catalonia;catalunya
baviere;bavaria;bayern
saxe;saxony;sachsen
lombardie;lombardy;lombardia
toscane;tuscany;toscana
sicile;sicily;sicilia
sardaigne;sardinia
californie;california
floride;florida
caroline nord;north carolina
caroline sud;south carolina
louisiane;louisiana
virginie;virginia
pennsylvanie;pennsylvania
moscou;moscow
saint petersbourg;saint petersburg
londres;london
edimbourg;edinburgh
douvres;dover
bruxelles;brussels
anvers;antwerp;antwerpen
gand;ghent
haye;hague
pekin;beijing
pyongyang;pyong yang
kiev;kyiv;kiyv
odessa;odesa
kharkiv;kharkov
lviv;lvov
marioupol;mariupol
caire;cairo
alger;algiers
damas;damascus
alep;aleppo
bagdad;baghdad
mossoul;mosul
teheran;tehran
kaboul;kabul
beyrouth;beirut
djeddah;jeddah;djedda
riyad;riyadh;ryad
mecque;mecca
varsovie;warsaw
cracovie;krakow;cracow
prague;praha
bucarest;bucharest
belgrade;beograd
athenes;athens
lisbonne;lisbon;lisboa
saragosse;zaragoza
venise;venice;venezia
genes;genoa;genova
cologne;koln
munich;munchen
francfort;frankfurt
hambourg;hamburg
dresde;dresden
copenhague;copenhagen
geneve;geneva
bale;basel
philadelphie;philadelphia
nouvelle orleans;new orleans
havane;havana
kyiv independent;kiev independent
elysee;palais elysee
kremlin;kremlin moscou
matignon;hotel matignon
place beauvau;beauvau
palais bourbon;assemblee nationale;national assembly
palais luxembourg;senat
zone demilitarisee;dmz;demilitarized zone
premiere guerre mondiale;grande guerre;world war i
seconde guerre mondiale;deuxieme guerre mondiale;world war ii
jeux olympiques;jo;olympic games
rassemblement national;front national;rn;fn
republicains;lr;ump;union pour un mouvement populaire
parti socialiste;ps
france insoumise;lfi
republique en marche;lrem;en marche
europe ecologie verts;eelv
mouvement democrate;modem
parti communiste francais;pcf
union democrates et independants;udi
nouveau parti anticapitaliste;npa
journal dimanche;jdd
canard enchaine;canard
bfmtv;bfm tv;bfm
new york times;nyt
washington post;wapo
"""
