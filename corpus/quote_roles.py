"""Nouns for people, outlets and institutions that say something, and what stands before names."""

from corpus.quote_grammar import words

HONORIFICS = {
    "m.": "m", "mm.": "m", "mme": "f", "mmes": "f", "mlle": "f", "mr": "m", "mr.": "m", "mrs": "f",
    "mrs.": "f", "ms": "f", "ms.": "f", "monsieur": "m", "madame": "f", "me": "", "me.": "",
    "dr": "", "dr.": "", "pr": "", "pr.": "", "sir": "m", "lady": "f", "mes": "", "mgr": "m",
    "mademoiselle": "f", "docteur": "", "maître": "", "lord": "m", "mme.": "f",
}  # fmt: skip
"""What stands before a name and belongs to it, with the gender that it tells."""

ROLES = """
président présidente;chef-d-état;ministre;premier-ministre;maire;député députée;sénateur sénatrice
avocat avocate;élu élue
directeur directrice;procureur procureure;patron patronne;chef cheffe;leader;candidat candidate
chanteur chanteuse;acteur actrice;réalisateur réalisatrice;porte-parole;secrétaire;journaliste
animateur animatrice;entraîneur entraîneuse;joueur joueuse;footballeur footballeuse;pilote;auteur
auteure;écrivain écrivaine;roi reine;prince princesse;pape;général générale;colonel;commandant
commandante;capitaine;juge;préfet préfète;milliardaire;homme femme;fils fille;père mère;frère sœur
soeur
mari épouse;époux épouse;compagnon compagne;ami amie;conseiller conseillère;opposant opposante
dirigeant dirigeante;champion championne;médecin;professeur professeure;docteur docteure;oncle tante
chercheur chercheuse;économiste;historien historienne;sociologue;spécialiste;expert experte
comédien comédienne;humoriste;chroniqueur chroniqueuse;présentateur présentatrice;star;rappeur
rappeuse;producteur productrice;cinéaste;romancier romancière;sélectionneur;attaquant attaquante
défenseur;gardien gardienne;coach;athlète;nageur nageuse;coureur coureuse;skieur skieuse;tennisman
joueuse;gouverneur gouverneure;chancelier chancelière;vice-président vice-présidente;ambassadeur
ambassadrice;adjoint adjointe;délégué déléguée;responsable;analyste;astronome;scientifique
virologue;épidémiologiste;infectiologue;psychiatre;psychologue;philosophe;politologue;politicien
politicienne;militant militante;syndicaliste;agriculteur agricultrice;éleveur éleveuse;ouvrier
ouvrière;étudiant étudiante;élève;enseignant enseignante;retraité retraitée;quadragénaire
trentenaire;quinquagénaire;sexagénaire;septuagénaire;octogénaire;vétéran;ex-ministre;témoin
victime;suspect suspecte;gérant gérante;propriétaire;fondateur fondatrice;cofondateur
cofondatrice;créateur créatrice;styliste;cuisinier cuisinière;humouriste;magistrat magistrate
policier policière;gendarme;militaire;soldat soldate;lieutenant lieutenante;adjudant;évêque;cardinal
prêtre;imam;rabbin;pasteur;archevêque;neveu nièce;cousin cousine;petit-fils petite-fille;grand-père
grand-mère;dame;garçon;adolescent adolescente;habitant habitante;voisin voisine
passager passagère;client cliente;riverain riveraine;eurodéputé eurodéputée;édile;locataire
mannequin;danseur danseuse;musicien musicienne;compositeur compositrice;peintre;photographe
sportif sportive;cycliste;boxeur boxeuse;numéro;intéressé intéressée;républicain républicaine
démocrate;socialiste;écologiste;centriste;frontiste;insoumis insoumise;ex-président ex-présidente
ex-député ex-députée;ex-élu ex-élue;communicant communicante;polémiste;essayiste;éditorialiste
blogueur blogueuse;youtubeur youtubeuse;influenceur influenceuse
président-directeur;pdg;dg;représentant représentante;coordinateur coordinatrice
coordonnateur coordonnatrice;commissaire;inspecteur inspectrice;enquêteur enquêtrice;rapporteur
rapporteure;négociateur négociatrice;médiateur médiatrice;émissaire;diplomate;consul;dictateur
président-sortant;monarque;souverain souveraine;duc duchesse;comte comtesse;héritier héritière
figure;star;vedette;personnalité;idole;icône;prédécesseur prédécesseuse;successeur;rival rivale
mentor;trublion
manifestant manifestante;participant participante;visiteur visiteuse;spectateur spectatrice;touriste
salarié salariée;employé employée;patient patiente;parent;maman;papa;automobiliste;usager usagère
internaute;rescapé rescapée;survivant survivante;réfugié réfugiée;migrant migrante
électeur électrice
consommateur consommatrice;acheteur acheteuse;vendeur vendeuse;serveur serveuse;artisan artisane
lycéen lycéenne;collégien collégienne;prof;instituteur institutrice;entrepreneur entrepreneuse
fermier fermière;berger bergère;chasseur chasseuse;motard motarde;randonneur randonneuse;supporter
supportrice;fan;bénévole;volontaire;activiste;détenu détenue;prisonnier prisonnière
plaignant plaignante;banquier banquière;investisseur investisseuse;consultant consultante;chauffeuse
pianiste;guitariste;violoniste;chorégraphe;sculpteur sculptrice;designer;urbaniste;architecte
notaire
géologue;physicien physicienne;chimiste;mathématicien mathématicienne
astrophysicien astrophysicienne
démographe;géographe;juriste;constitutionnaliste;criminologue;pédiatre;chirurgien chirurgienne
généraliste;dentiste;pédopsychiatre;gérontologue;urgentiste;anthropologue;ethnologue;archéologue
conservateur conservatrice;bibliothécaire;libraire;éditeur éditrice;traducteur traductrice;critique
scénariste;dessinateur dessinatrice;caricaturiste;cadreur cadreuse;monteur monteuse;locataire
ex-patron ex-patronne;ex-candidat ex-candidate;technicien technicienne
ingénieur ingénieure;climatologue;météorologue;biologiste;vétérinaire;infirmier infirmière
aide-soignant aide-soignante;pharmacien pharmacienne;maraîcher maraîchère;viticulteur viticultrice
restaurateur restauratrice;commerçant commerçante;boulanger boulangère;chauffeur;conducteur
conductrice;routier;marin;pêcheur pêcheuse;navigateur navigatrice;skipper;alpiniste;explorateur
exploratrice;astronaute;cosmonaute;spationaute;sauveteur;pompier pompière
"""
"""Nouns for what somebody is or does: the man's and, where it differs, the woman's."""

ENGLISH_ROLES = """
president;minister;mayor;senator;lawyer;director;prosecutor;chief;leader;candidate;singer;actor
actress;spokesman spokeswoman;spokesperson;secretary;journalist;coach;player;author;king queen
prince princess;pope;general;colonel;captain;judge;billionaire;man woman;daughter;father mother
brother sister;husband wife;friend;adviser;advisor;champion;doctor;professor;researcher;economist
historian;analyst;expert;official;ambassador;governor;chancellor;chairman chairwoman;officer
executive;founder;owner;manager;boss;envoy;diplomat;commissioner;premier;congressman congresswoman
lawmaker;representative;attorney;scientist;student;teacher;witness;victim;resident
"""


def roles(table: str) -> tuple[dict[str, str], dict[str, str]]:
    """The gender that each noun tells ("m", "f", "" the same for both), and its masculine."""
    genders: dict[str, str] = {}
    masculine: dict[str, str] = {}
    for entry in table.replace("\n", ";").split(";"):
        forms = entry.split()
        if len(forms) == 2:
            genders |= {forms[0]: "m", forms[1]: "f"}
        elif forms:
            genders.setdefault(forms[0], "")
        masculine |= {form: forms[0] for form in forms if form not in masculine}
    return genders, masculine


FUNCTIONS, MASCULINE = roles(ROLES + ENGLISH_ROLES)

OFFICE_NOUNS = words("""
président chef-d-état ministre premier-ministre maire député sénateur directeur procureur secrétaire
porte-parole juge préfet premier pape roi reine prince général colonel commandant capitaine
gouverneur chancelier vice-président ambassadeur commissaire vice-premier rapporteur médiateur
président-directeur pdg dg archevêque évêque cardinal avocat eurodéputé consul
minister mayor senator director prosecutor spokesman judge governor chancellor chairman attorney
""")
ONE_HOLDER = words(
    "premier-ministre chef-d-état président pape roi reine chancelier gouverneur préfet"
)
"""Offices that nobody holds beside another one."""

GENERIC = frozenset(MASCULINE.values()) - OFFICE_NOUNS
"""What one may call anybody who fits; of an office the article must say that he holds it."""

OUTLETS = words("""
quotidien hebdomadaire magazine chaîne site journal radio agence média mensuel bimensuel titre revue
newspaper magazine channel broadcaster website network paper outlet
""")
"""Nouns for an outlet already named: « révèle le quotidien »."""

INSTITUTIONS = words("""
académie accusation actionnaire administration agence ambassade armée assemblée association autorité
autorités avocats banque bureau cabinet caisse centrale cercle chaîne chambre coalition collectif
collectivité comité commission communauté communiqué compagnie compte conseil constructeur cour
cours défense délégation département direction document école entourage entreprise enquête
entreprises étude exécutif famille fédération filiale firme fondation force forces formation
gendarmerie géant gouvernement groupe groupement hôpital hôpitaux institut institution instance
journal juridiction justice laboratoire label ligue lettre lieutenance livre loi mairie maison
manifeste marque média médias message ministère mission mouvement municipalité note observatoire
office ong opposition ordre organe organisation organisme parlement parquet partie parti pays police
préfecture présidence presse procès-verbal procès-verbaux quotidien radio rapport rectorat rédaction
régie région régulateur sénat service services site société sondage source sources station syndicat
syndicats texte tract tribunal union université ville voisinage pétition plainte publication
plateforme
milliers centaine centaines dizaine dizaines majorité plupart poignée vingtaine quinzaine
quarantaine
proches membres élysée matignon kremlin firme enseigne studio plainte club équipe fabricant
équipementier opérateur
agency army association authorities bank board charity commission committee company council court
embassy family firm government group hospital institute ministry newspaper office party police
report
school state statement study team union university
""")
"""Nouns of what speaks without being one person; they are not resolved to somebody's name."""

NAMED_BY = OUTLETS | words("""
groupe parti association agence entreprise société club compagnie fondation ong institut syndicat
plateforme constructeur géant opérateur cabinet mouvement collectif enseigne marque party group
company
""")
"""Nouns that take a name without any small word: « le site Lorvent Matin »."""

NAMED_BEFORE = words("""
agence association club collectif compagnie constructeur enseigne entreprise équipe fédération firme
fondation formation groupe institut institution marque mouvement ong opérateur organisation parti
société studio syndicat université company firm group organisation organization party team union
""")
"""Institutions that one calls by such a noun only after their name."""
