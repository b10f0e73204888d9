"""Whether a first name is a woman's or a man's: the frequent ones, and what endings tell."""

from corpus.quote_grammar import words
from corpus.sounds import flat

WOMEN = words(
    flat("""
adèle adeline agathe agnès alexandra alice aline alix amandine amélie anaïs andrea angela angèle
anne
annie antoinette ariane arlette astrid aude audrey aurélie aurore ayşe béatrice bérénice bernadette
brigitte camille capucine carine carole caroline catherine cécile céline chantal charlotte chloé
christelle christiane christine claire clara clémence clémentine coralie corinne cynthia daphné
deborah delphine denise diane dominique-marie dorothée edith édith eleanor élisabeth elisabeth
elizabeth elise élise elodie élodie emilie émilie emily emma emmanuelle estelle esther eugénie eva
eve ève evelyne évelyne fabienne fanny fatima fatou ferrari fleur florence france françoise
frédérique gabrielle geneviève ghislaine gisèle greta hannah harriet heidi hélène helen hillary
inès ingrid irène isabelle ivanka jacqueline jane janet jeanne jennifer jessica jill joanne joëlle
josiane judith julia julie juliette justine karen karine kate katherine kathleen kim-yo laetitia
laure laurence lea léa leïla lina linda lisa lise louise lucie lucile ludivine lydia lydie madeleine
manon margaret margaux margot marguerite maria marianne marie marie-christine marie-claude
marie-france marie-hélène marie-laure marie-pierre marine marion marjorie marlène marthe martine
mary maryse mathilde meghan mélanie melania mélissa michèle michelle mireille miriam monique muriel
myriam nadège nadia nadine najat nancy naomi natacha natalia nathalie nicole noémie nora odette
odile olga oprah ornella pascale patricia paula pauline penelope pénélope perrine priscilla rachel
rachida raphaëlle rebecca régine reine rita romane rosa rose roselyne roxane ruth sabine sabrina
salomé samantha sandra sandrine sara sarah ségolène serena sibeth simone solange solène sonia sophia
sophie soraya stella stéphanie susan suzanne sylvie sybile tania tatiana taylor teresa thérèse
theresa tiphaine ursula valérie valentine vanessa véronique victoria violette virginie viviane
yael yasmina yolande yvette yvonne zoé
""")
)

MEN = words(
    flat("""
abdel achille adam adrien ahmed alain alan albert alexander alexandre alexei alexeï alexis ali
alphonse amadou andré andrew andy anthony antoine antonio antony ari arnaud arthur aurélien bachar
barack bashar bastien benjamin benoit benoît bernard bernie bertrand bill bob boris brian brice
bruce bruno carlos cédric charles charlie chris christian christophe claude clément cyril damien
daniel dave david denis didier dimitri dmitri dominique donald driss eddy edgar edouard édouard
edward elon emmanuel emile émile enrico eric éric erik ernest étienne etienne eugène fabien fabrice
felipe felix félix fernand florent florian francis franck françois frank fred frédéric gabriel
gaël gaëtan geoffroy george georges gérald gérard gilbert gilles giuseppe gordon grégoire grégory
guillaume gustave guy harry harvey hassan henri henry hervé hubert hugo hugues ibrahim igor ivan
jack
jacques jair james jamel jan jason jean jean-claude jean-françois jean-jacques jean-louis jean-luc
jean-marc jean-marie jean-michel jean-paul jean-pierre jean-yves jeff jens jérémie jérémy jérôme
jim jimmy joachim joe joël joey john johnny jonathan jordan jorge josé joseph joshua juan jules
julien justin karim karl kevin kévin khalid kylian larry laurent léo léon leonardo lionel lilian
loïc
louis luc luca lucas ludovic luis luke malek manuel marc marcel marcelo marco mario mark martin
mathieu matteo matthew matthieu maurice max maxime mehdi michael michaël michel mickaël miguel mike
mohamed mohammed moussa nicolas nicolás nicholas nick nigel nikola noël norbert olivier omar oscar
pablo pascal patrice patrick paul pavel pedro peter phil philip philippe pierre pierre-yves quentin
rafael rafik raphaël raymond recep rémi rémy renaud rené ricardo richard robert roberto rodrigo
roger
roland romain roman ronald rudy saïd salman sam samir samuel sébastien serge sergio sergueï silvio
simon stanislas stéphane steve steven sylvain teddy thierry thibault thomas tim timothée tom tony
tristan ulysse
valentin valéry viktor vincent vladimir volodymyr walter warren will william wolfgang xavier xi yann
yannick yves zinedine zinédine
""")
)

FEMININE_ENDINGS = (
    "ette",
    "elle",
    "anne",
    "enne",
    "onne",
    "ina",
    "ana",
    "ia",
    "na",
    "ine",
    "yne",
    "ika",
    "isa",
    "ssa",
    "lla",
    "ita",
    "ra",
    "da",
)
"""Endings of women's names in the languages that French news names people in."""


def first_name_gender(first: str) -> str:
    """ "f", "m" or "" for a first name in small letters without accents."""
    if first in WOMEN:
        return "f"
    if first in MEN or first.partition("-")[0] in MEN:
        return "m"
    head = first.partition("-")[0]
    if head in WOMEN or (len(head) > 3 and head.endswith(FEMININE_ENDINGS)):
        return "f"
    return ""
