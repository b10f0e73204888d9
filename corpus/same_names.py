"""Pairs of names so different that no rule joins them, yet every reader knows that they are one.

Each line holds one thing's names, as `corpus.names` reads them: without accents, capitals and
small words (`de`, `la`, `the`).
"""

SAME = """
nations unies;onu;united nations;organisation nations unies
otan;nato;organisation traite atlantique nord
union europeenne;ue;european union;eu
etats unis;usa;united states;etats unis amerique;united states america;u s;us
royaume uni;united kingdom;uk;grande bretagne;great britain;britain
union sovietique;urss;soviet union;ussr
republique democratique congo;rdc
emirats arabes unis;united arab emirates;uae;emirats
maison blanche;white house
pentagone;pentagon
conseil securite nations unies;un security council;united nations security council
associated press;ap
agence france presse;afp
fonds monetaire international;fmi;imf;international monetary fund
banque centrale europeenne;bce;ecb;european central bank
organisation mondiale sante;oms;world health organization
etat islamique;daech;daesh;organisation etat islamique;ei
coree nord;north korea;dprk;rpdc
coree sud;south korea
afrique sud;south africa
arabie saoudite;saudi arabia
nouvelle zelande;new zealand
russie;russia
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
bresil;brazil
mexique;mexico
suede;sweden
norvege;norway
danemark;denmark
pologne;poland
hongrie;hungary
grece;greece
suisse;switzerland
autriche;austria
belgique;belgium
pays bas;netherlands
bielorussie;belarus;bielarus
birmanie;myanmar
europe;europa
moscou;moscow
londres;london
bruxelles;brussels
pekin;beijing
seoul;seoul
pyongyang;pyong yang
kiev;kyiv;kiyv
le caire;cairo
kyiv independent;kiev independent
elysee;palais elysee
kremlin;kremlin moscou
"""
