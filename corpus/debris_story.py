"""Phrases about articles: other ones, the rest of this one, its source, pictures and readers.

As `corpus.debris_rules` says: regular expressions over a whole block, wherever it stands.
"""

_STORY = r"(?:articles?|contenus?|histoires?|posts?|billets?|pages?|stor(?:y|ies)|content|vidéos?)"
_OUR_PIECE = (
    r"(?:articles?|dossiers?|entretiens?|interviews?|enquêtes?|reportages?|analyses?|podcasts?"
    r"|décryptages?|portraits?|édito(?:rial|riaux|s)?|vidéos?|directs?|lives?|chroniques?"
    r"|tribunes?)"
)
_ADDRESS = r"(?:https?://|www\.)\S+"

STORY: dict[str, tuple[str, ...]] = {
    "read-also": (
        r"(?:à |a )?(?:lire|voir|écouter|découvrir|relire|revoir)"
        r" (?:aussi|également|encore|absolument)(?: ?[:>»–—|-](?:.{2,250})?)?",
        r"(?:à |a )?(?:lire|relire|voir|revoir|écouter|read|watch|listen) ?[:>»|].{2,250}",
        r"(?:à |a )?(?:lire|voir) (?:aussi|également) (?!.*[.;]$).{2,250}",
        r"(?:à )?(?:lire|relire|lisez|retrouvez|écoutez|regardez) (?:aussi |également )?"
        rf"(?:notre |nos |l'|le |cet |tous nos |toutes nos ){_OUR_PIECE}\b(?!.*[.;]$).{{0,250}}",
        r"(?:read|see|watch) (?:also|more|next)(?: ?[:>»|-].{2,250})?"
        r"|(?:also|must) read(?: ?[:>|-].{2,250})?",
        rf"{_STORY} (?:similaires?|liée?s?|connexes?|associée?s?|recommandée?s?|populaires?"
        r"|récente?s?|suggérée?s?|en relation)(?: ?:.{0,200})?",
        r"(?:related|recommended|popular|recent|trending|suggested|featured|similar)"
        r" (?:articles?|posts?|stories|story|news|content|topics?|coverage|reading|videos?)"
        r"(?: ?:.{0,200})?",
        r"(?:sur|dans) le même (?:sujet|thème|dossier) ?:?"
        r"|dans la même (?:rubrique|catégorie) ?:?|(?:du|by the) (?:même|same) (?:auteur|author)",
        r"(?:related|en rapport|en lien|sur ce sujet|on this topic) ?[:>»|] ?.{2,250}",
        r"(?:nos|les) (?:lecteurs|internautes|abonnés) ont (?:aussi|également) (?:aimé"
        r"|lu)\b.{0,250}",
        r"(?:cela|ça) pourrait (?:aussi |également )?vous (?:intéresser|plaire)|vous (?:pourriez"
        r"|devriez) (?:aussi |également )?(?:aimer|lire|être intéressée?.{0,30})"
        r"|vous aimerez (?:aussi|peut-être|également|sûrement)(?: (?:lire|ces articles))?",
        r"you (?:may|might|will) (?:also )?(?:like|enjoy|be interested in)(?: these .{2,20})?"
        r"|more on this (?:story|topic)|what to read next|up next|editor'?s'? (?:picks?|choice)"
        r"|recommended for you|don't miss(?: ?:.{2,200})?"
        r"|(?:other|more|top|other top) (?:stories|headlines)(?: (?:from|in) .{2,40})?",
        r"(?:recommandée?s?|nos suggestions|à découvrir|sélectionnée?s?|suggestions?) pour vous",
        r"la rédaction vous (?:conseille|recommande|propose)|nos (?:autres|derniers|meilleurs)"
        r" (?:articles|dossiers|contenus)|nos vidéos (?:du moment|à la une|les plus vues)",
        r"(?:articles )?(?:les )?(?:plus|mieux)[- ](?:lue?s|partagée?s|vue?s|commentée?s"
        r"|populaires)"
        r"(?: (?:du|de la|sur le|ce|cette) (?:site|jour|semaine|mois|moment|journée))?"
        r"|most (?:read|popular|viewed|shared|commented)(?: (?:stories|articles|news|today))?",
        r"(?:voir|afficher|charger|show|load|see|view) (?:plus|more|all|tout)(?: (?:d'articles?"
        r"|de contenus?|d'actualités|de vidéos|articles?|stories|posts|news))?[ +>»]*",
        r"(?:suivez|retrouvez) (?:toute )?(?:l'actualité|l'actu|les actualités"
        r"|les (?:dernières )?(?:infos?|nouvelles)|nos (?:infos?|actualités))"
        r" (?:en (?:direct|continu|temps réel)|sur|de|du|des|avec)\b.{0,100}",
    ),
    "read-more": (
        r"(?:lire|voir|lisez|retrouvez|découvrez) la suite(?: (?:de (?:l'|cet )article"
        r"|ici|sur .{2,60}|dans .{2,60}))?(?: ?[>»→…:]+| ?\.\.\.)?",
        r"(?:continue|keep) reading(?: .{0,80})?[ .…>»→]*",
        r"read (?:the )?(?:full|original|whole|entire|complete|rest of (?:the|this)) ?(?:article"
        r"|story|post|piece)\b.{0,60}",
        r"(?:lire|voir|consulter|lien vers|retrouver) (?:l'|cet )(?:article|intégralité)"
        r" (?:original|complet|en entier|entier|intégral|de l'article).{0,60}",
        r"(?:cliquez|cliquer|click) (?:ici|here)(?: (?:pour|to|for) .{2,120})?[ .!>»]*",
        r"(?:en savoir plus|learn more|find out more|plus d'infos?|plus d'informations)"
        r"(?: (?:ici|sur notre site|here))?[ .…>»→:]*",
    ),
    "comment-form": (
        r"(?:laisser|ajouter|publier|poster|écrire|laissez|ajoutez|postez|rédigez|soumettre)"
        r" (?:un |votre |une |le )(?:premier )?(?:commentaires?|réponse)"
        r"(?: (?:à|sur|pour) .{2,40}| annuler la réponse)?",
        r"(?:leave|post|add|write|submit|cancel) (?:a |your )?(?:comment|reply)"
        r"(?: cancel reply| to this .{2,30}| below)?|annuler la réponse",
        r"votre adresse (?:e-?mail|de messagerie|électronique) ne sera pas"
        r" (?:publiée|affichée|visible).{0,120}",
        r"les champs (?:obligatoires|requis|marqués)\b.{0,60}",
        r"réagissez(?: à cet article)?[ !]*|votre (?:nom|e-?mail|message|commentaire"
        r"|adresse e-?mail)"
        r" ?(?:\*|\((?:obligatoire|facultatif|requis)\))",
        r"your email address will not be published.{0,120}",
        r"required fields are marked.{0,10}|all fields are required.{0,10}",
        r"(?:enregistrer|enregistrez|sauvegarder|save) (?:mon|my|votre) (?:nom|name)\b.{0,200}",
        r"(?:connectez-vous|identifiez-vous|log in|logged in|sign in|inscrivez-vous|(?:vous devez"
        r"|you"
        r" must) (?:être|be) (?:connectée?|identifiée?|inscrite?|logged in))\b.{0,40}"
        r"(?:pour|afin de|to) (?:laisser un commentaire|commenter|publier|comment|poster|réagir"
        r"|participer|post|leave a comment|reply|join|rejoindre|pouvoir commenter).{0,80}",
        r"soyez le premier à (?:commenter|réagir|donner votre avis|laisser).{0,60}"
        r"|be the first to (?:comment|leave|reply).{0,60}|(?:rejoignez|join) (?:la|the)"
        r" (?:conversation|discussion)",
        r"(?:les )?commentaires? (?:sont |est )?(?:fermés?|désactivés?|clos)(?: .{0,40})?"
        r"|comments (?:are |have been )?(?:closed|disabled|off|moderated)\b.{0,60}"
        r"|(?:aucun|pas encore de) commentaires?|(?:aucun|pas de|no) (?:commentaires?|comments?)"
        r" (?:pour le moment|pour l'instant|yet|à afficher)",
        r"(?:prévenez-moi|avertissez-moi|notifiez-moi|notify me)\b.{0,140}",
        r"(?:ce site|this site) (?:utilise|uses|est protégé par|is protected by)"
        r" (?:akismet|recaptcha).*",
        r"(?:en savoir plus sur|learn) (?:comment|la façon dont|how) (?:les données|vos données"
        r"|your"
        r" comment).{0,100}",
        r"(?:vous avez |you )?(?:repéré|constaté|trouvé|remarqué|spotted|found) (?:une|un|an|a)"
        r" (?:erreur|coquille|faute|error|typo|mistake)\b.{0,30}\?.{0,100}|(?:signaler|signalez)"
        r" (?:une erreur|un abus|un contenu)(?: (?:dans|sur) (?:l'|cet |le |ce ).{2,30})?",
        r"l'espace des commentaires est .{2,80}",
    ),
    "source-link": (
        r"(?:source ?link|link ?source|lien (?:vers la |de la |de |vers l'article )?source"
        r"|link to source|source originale|original source|lien (?:original|de l'article))"
        rf"(?: ?[-–#:]? ?\d+| ?:? ?{_ADDRESS})?",
        rf"(?:source|lien|url|via|link|article)? ?:? ?{_ADDRESS}",
    ),
    "syndication": (
        r"(?:cet|l') ?article (?:a été traduit|est une traduction) automatique.{0,160}"
        r"|(?:traduction automatique|automatically translated|machine translated)\b.{0,120}"
        r"|traduit (?:automatiquement|avec (?:deepl|google)).{0,100}",
    ),
    "advert": (
        r"(?:la suite|la lecture|l'article|l'histoire|lecture|suite|(?:this )?article|story)"
        r"(?: de (?:cet |l'|votre )article)? (?:se poursuit|continues?|continue) ?(?:après|below"
        r"|after|sous|ci-dessous|plus bas)?(?: cette| la| this| le| the)? ?(?:publicité|pub"
        r"|advertisement|ad|annonce|vidéo)?",
        r"(?:la )?suite (?:de (?:l'|cet )article )?(?:après|sous) (?:cette|la) (?:publicité|pub"
        r"|annonce|vidéo)",
        r"(?:publicité|pub|annonce|advertisement|ad)\.? ?(?:[-–·•|] ?)?(?:faites défiler"
        r"|continue reading|scroll|continuez|la suite|défiler).{0,60}",
        r"(?:publicité|pub|advertisements?|advertising|espace publicitaire|annonces?"
        r"|contenus? (?:sponsorisés?|partenaires?|de marque)|sponsored(?: content)?|sponsorisé"
        r"|promoted(?: content)?|partenariat commercial|message de notre partenaire|branded content"
        r"|contenu proposé par .{2,40}|sponsorisé par .{2,40}|sponsored by .{2,40})"
        r"(?: ?[·•|-] ?(?:\d+ ?[x×] ?\d+|fermer|close))?",
        r"(?:faites défiler|scroll|défilez)(?: (?:vers le bas|down))? (?:pour|to) .{2,40}",
        r"(?:découvrez|retrouvez|commandez|achetez|discover|order|buy) (?:dès maintenant |vite )?"
        r"(?:notre|nos|our) (?:nouveau |nouvelle |dernier |new |latest )?(?:hors[- ]série|numéro"
        r"|magazine|édition|guide|supplément|livre|issue|edition|special)s?\b.{0,120}\b"
        r"(?:en kiosques?|(?:sur|dans) notre boutique|en librairies?|on newsstands"
        r"|in our (?:shop|store))\b.{0,60}",
        r"(?:passer|fermer|skip|close|signaler) (?:la |cette |l'|this |the )?(?:publicité|annonce"
        r"|ad|advertisement)|pourquoi (?:cette|voyez-vous cette) publicité ?\?",
        r"(?:certains liens|ce(?:t article| contenu) contient des liens|some links|we may earn"
        r"|nous pouvons (?:percevoir|recevoir|toucher) une commission)\b.{0,200}",
    ),
    "reading-time": (
        r"(?:temps|durée)(?: estimée?)? de lecture ?:? ?(?:environ |estimé )?:? ?"
        r"(?:\d+|une|moins d'une|quelques) ?(?:min|mn)(?:ute)?s?\.?",
        r"(?:lecture|read(?:ing)? time|estimated reading time|écoute)"
        r" ?:? ?\d+ ?-?(?:min|mn)(?:ute)?s?\.?(?: read)?",
        r"\d+ ?-?(?:min|mn)(?:ute)?s? (?:de lecture|read)\.?",
    ),
    "player": (
        r"(?:écouter|écoutez|listen to|réécouter) (?:cet |l'|this )(?:article|épisode|story)"
        r"(?: ?\(?\d+ ?min.{0,10})?",
        r"(?:votre|your) navigateur (?:ne |n').{0,120}"
        r"|your browser (?:does not|doesn't|is not) support.{0,120}",
        r"(?:veuillez|please|merci d')? ?(?:activer|activez|enable|turn on) (?:le |votre )?"
        r"javascript\b.{0,120}|javascript (?:est|is|semble|seems)(?: to be| être)? (?:désactivé"
        r"|disabled|requis|required|nécessaire).{0,120}",
        r"\[?embed (?:url|html)=\"*(?:https?://\S*)?|\"+\]?",
        r"(?:lire|voir|regarder|revoir|play|watch|lancer) (?:la |le |the )?"
        r"(?:vidéo|video|diaporama|podcast)(?: (?:ci-dessous|ci-dessus|en plein écran)"
        r"| ?:.{0,100})?",
        r"(?:le )?lecteur (?:vidéo|audio)|(?:video|audio) player(?: is loading\.?)?"
        r"|(?:the media|this video|la vidéo|cette vidéo|ce média|ce replay) (?:could not be"
        r"|n'a pas pu"
        r" être|n'est (?:pas|plus) disponible|ne peut être|is (?:not"
        r"|no longer) available)\b.{0,100}",
        r"(?:activer|désactiver|couper) le son|mute|unmute",
        r"(?:voir|view|afficher) (?:cette publication|ce post|this post|ce tweet|le tweet)"
        r"(?: (?:sur|on) .{2,20})?",
        r"(?:une publication|une vidéo|a post|a video|un post) (?:partagée?|shared)"
        r" (?:par|by) .{2,120}",
        r"pic\.twitter\.com/\S+|(?:cliquer pour )?agrandir(?: l'image)?|(?:click to )?enlarge"
        r"(?: this image)?",
    ),
    "copyright": (
        r"[©ⓒ] ?.{2,120}|(?:\(c\)|copyright) ?(?:[©:]|by|\d{4}).{2,120}",
        r"(?:toute )?reproduction (?:même partielle |totale ou partielle )?(?:est )?"
        r"(?:strictement )?interdite\b.{0,100}",
        r"(?:ce (?:contenu|document|matériel|texte)|cet article|this material|this content)"
        r" (?:ne peut|ne doit|may not|can ?not)\b.{0,60}\b(?:reproduite?|redistribuée?|reproduced"
        r"|redistributed|rewritten|réécrite?)\b.{0,160}",
    ),
    "photo-credit": (
        r"(?:crédits?|photo credits?|credits?|image credits?)"
        r"(?: (?:photo|image|vidéo|illustration|visuel)s?)?(?: de (?:la une|couverture|l'image))?"
        r" ?: ?.{2,100}",
        r"(?:photos?|images?|illustrations?|vignette|picture|visuel)"
        r"(?: (?:d'archives?|d'illustration|de dossier|credit|de une))? ?[:©/] ?.{2,160}",
        r"(?:photos? de dossier|file photos?) ?[:–-] ?.{2,300}",
        r"(?:photos?|images?) (?:d'archives?|d'illustration|prétexte"
        r"|non datée)(?: ?[,./–-].{0,60})?"
        r"|file photo|photo (?:by|par) .{2,60}",
        r"(?:image|photo) (?:source|credit|caption),? ?:?.{0,200}|crédit photo,.{2,100}"
        r"|légende (?:de l'image|image|photo)(?:, | ?: ).{2,200}",
    ),
    "tags": (
        r"(?:tags?|mots?[- ]cl[ée]s?|étiquettes?|topics?|keywords?|hashtags?|étiquetée?s?"
        r"|tagged|filed under|classée? (?:sous|dans)|categories|category|catégories?|posted in)"
        r" ?: ?.{2,250}|(?:étiquetée?s?|tagged|filed under|posted in) (?:avec |with |in )?.{2,200}",
        r"#[\w-]+(?:[ ,;]+#[\w-]+)+",
    ),
    "disclaimer": (
        r"(?:les|the) (?:opinions?|vues|points de vue|propos|avis|views)"
        r"(?: et (?:les )?(?:opinions|vues|analyses)| and opinions)? (?:exprimée?s?|expressed)\b"
        r".{0,120}\b(?:n'engagent|ne reflètent|ne représentent|do not|are those|are solely)\b.*",
        r"(?:nos normes|nos standards|our standards|notre norme) ?:.{0,40}(?:thomson reuters"
        r"|principes? de confiance|trust principles).{0,60}",
        r"(?:cet article|ce contenu|this article) (?:ne constitue|is not|does not constitute)\b"
        r".{0,80}\b(?:conseils?|recommandations?|advice)\b.*",
        r"(?:clause de non-responsabilité|disclaimer|avis de non-responsabilité) ?:.{2,300}",
    ),
    "author-box": (
        r"à propos de l'auteure?s?|about the authors?|(?:voir|lire|view|see) (?:tous |toutes |all )"
        r"(?:ses |les )?(?:articles|posts|publications)(?: (?:de|by|par) .{2,60})?",
        r"(?:vous avez|avez-vous|do you have|have|got) (?:une|des|an?|any) (?:autres? )?"
        r"(?:informations?|infos?|témoignages?|(?:news )?tips?|story) ?(?:à (?:nous )?(?:partager"
        r"|transmettre|signaler))? ?\?.{0,30}\b(?:écrivez|contactez|prévenez|alertez|appelez"
        r"|contact|write to|e-?mail|tell|call)(?:[ -]nous| us| our| la rédaction)\b.{0,80}",
        r"(?:suivre|suivez|follow) (?:l'auteure?|cet auteur|ce sujet|cette thématique"
        r"|the author|this topic)|(?:contacter|contactez|contact|écrire à) (?:l'auteure?"
        r"|the author|la rédaction)",
    ),
}
