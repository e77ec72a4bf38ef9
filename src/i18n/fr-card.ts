import type { Unreadable } from "../core/article.js";
import type { PostRefusal } from "../core/suggestion.js";
import type { TextProblem } from "../core/text-problem.js";
import type { Words } from "./words.js";

const unreadable: Record<Unreadable, string> = {
  not_found: "La page était introuvable quand nous l’avons cherchée.",
  no_such_host: "Il n’y a pas de site à cette adresse.",
  unreachable: "Le site était injoignable.",
  too_slow: "La page a mis trop de temps à répondre.",
  too_large: "La page est trop lourde pour être lue.",
  too_many_redirects: "Le lien renvoie de page en page sans fin.",
  not_html: "Le lien n’est pas une page web (un PDF, une image ou une vidéo).",
  not_allowed: "Le site ne nous laisse pas lire la page.",
  server_error: "Le site a répondu par une erreur.",
  empty_page: "La page ne dit rien d’elle-même.",
  needs_scripts: "La page n’affiche rien sans ses scripts, que nous n’exécutons pas.",
  needs_sign_in: "La page est réservée aux personnes connectées ou abonnées.",
  not_secure: "Le certificat du site n’est pas fiable : la page n’a donc pas été lue.",
  too_busy: "Le site nous a demandé de revenir plus tard.",
};

const problem: Record<TextProblem, string> = {
  empty: "Il n’y a pas de texte à publier. Réécrivez-le d’abord.",
  too_long: "Trop long pour un seul post : réécrivez-le avant qu’il puisse partir.",
  hidden_characters:
    "Il contient des caractères cachés qu’on ne voit pas à la lecture. Avant de partir, réécrivez-le, ou gardez-les exprès.",
  look_alikes:
    "Un lien y contient des lettres qui ressemblent à d’autres. Avant de partir, réécrivez-le, ou gardez-les exprès.",
};

const refusal: Record<PostRefusal, string> = {
  duplicate:
    "X l’a refusé comme doublon d’un post précédent. Rien n’a été publié. Changez les mots, ou déclinez.",
  too_long: "X l’a refusé parce que trop long. Rien n’a été publié. Raccourcissez-le et approuvez à nouveau.",
  access_doubted:
    "X n’a pas accepté l’accès au compte à cet instant, et l’accepte de nouveau. Rien n’a été publié. Approuvez à nouveau.",
  not_connected:
    "X n’accepte plus l’accès au compte. Rien n’a été publié. Demandez à l’exploitant de le renouveler, puis approuvez à nouveau.",
  suspended:
    "X dit que le compte, ou cette application, est suspendu ou verrouillé. Rien n’a été publié, et rien ne pourra l’être avant que X lève la mesure. Connectez-vous à x.com pour voir ce que X demande, puis approuvez à nouveau.",
  no_credit:
    "Le compte X de cette application n’a plus de crédit. Rien n’a été publié. Demandez à l’exploitant de le recharger, puis approuvez à nouveau.",
  rate_limited:
    "X demande d’attendre, et ici un post a au plus dix minutes de retard. Rien n’a été publié. Approuvez de nouveau plus tard.",
  forbidden: "X n’autorise pas ce post. Rien n’a été publié. Réécrivez-le, ou déclinez.",
  invalid: "X n’a pas pu accepter ce post. Rien n’a été publié. Réécrivez-le, ou déclinez.",
};

export const frCard: Words["card"] = {
  suggestedBy: (who, when) => `Suggéré par ${who} · ${when}`,
  published: (date) => `publié le ${date}`,
  subscribersOnly: "lisible en entier par les abonnés seulement",
  picture: (site) => `L’image de l’article sur ${site}`,
  couldNotRead: (site, why) => `${site} · ${unreadable[why]}`,
  draftByTeam: "*Le brouillon*, exactement tel que X le recevrait :",
  draftUnwritten: "*Personne ne l’a encore écrit.* Le titre tel quel, exactement tel que X le recevrait :",
  draftHers: "*Vos mots*, exactement tels que X les recevrait :",
  draftPosted: "*Le post*, exactement tel qu’approuvé :",
  terms: (handle, count, most, price) =>
    `Sera publié par *@${handle}* · ${count} sur ${most} · cet appui coûte ${price}`,
  priceWithLink: "0,20 $ (avec un lien)",
  priceWithout: "0,015 $ (sans lien)",
  noAccount: "Aucun compte X n’est connecté : rien ne peut encore être publié.",
  problem: (why) => problem[why],
  approve: "Approuver et publier",
  rewrite: "Réécrire",
  schedule: "Programmer",
  decline: "Décliner",
  cancel: "Arrêter",
  openPost: "Voir sur X",
  undo: "Le retirer",
  undoAsk: {
    title: "Le retirer ?",
    text: "Le post est supprimé sur X. Des copies peuvent subsister : qui l’a vu l’a vu, et les réponses restent.",
    yes: "Le retirer",
    no: "Le laisser",
  },
  takingDown: ":hourglass_flowing_sand: *Retrait en cours…*",
  takenDown: ":wastebasket: *Retiré.* Il n’est plus sur X.",
  notTakenDown: (why) =>
    `:warning: *Il n’a pas pu être retiré* : ${why}. Il est toujours là ; supprimez-le sur X, ou réessayez.`,
  perhapsTakenDown: (why) =>
    `:warning: *X n’a pas dit clairement s’il est retiré* (${why}). Regardez sur X, ou réessayez : le retirer deux fois ne fait pas de mal.`,
  otherText: (link) =>
    `:rotating_light: *X montre d’autres mots que ceux que vous avez approuvés.* C’est ici : ${link}. X dit avoir enregistré :`,
  holding: (clock) =>
    `:hourglass_flowing_sand: *Approuvé.* Il part à ${clock}. D’ici là, vous pouvez l’arrêter.`,
  scheduled: (when) => `:calendar: *Approuvé pour ${when}.* Il partira tout seul.`,
  posting: ":arrow_up: *Publication en cours…*",
  posted: (link) => `:white_check_mark: *Publié :* ${link}`,
  postedUnseen: (profile) =>
    `:white_check_mark: *Publié*, comme vous nous l’avez dit. Il est sur ${profile}.`,
  asking: (profile) =>
    `:grey_question: *X n’a pas répondu clairement.* Il a peut-être été publié, ou non ; il n’est pas renvoyé de lui-même. Est-il apparu sur ${profile} ?`,
  looking:
    ":hourglass_flowing_sand: *X n’a pas répondu clairement.* Nous regardons le compte pour voir s’il a été publié…",
  itAppeared: "Oui, il est apparu",
  itDidNot: "Non, il n’y est pas",
  lookAgain: "Regarder encore",
  declined: ":heavy_minus_sign: *Décliné.* Ne rien dire est aussi une bonne réponse.",
  reasonGoesTo: (who) => `Une raison, si vous voulez : ${who} seul·e la lit.`,
  reasonTold: (who, reason) => `${who} seul·e lit votre raison : ${reason}`,
  reasons: {
    not_me: "Pas moi",
    not_now: "Pas maintenant",
    seen_enough: "Déjà trop vu",
    not_sure: "Pas sûre que ce soit juste",
  },
  addReason: "Avec mes mots…",
  takeBack: "Revenir dessus",
  withdrawn: "Cette suggestion a été retirée.",
  expired: "Cette suggestion a expiré.",
  handedOver: "Confié au compte de l’entreprise.",
  setback: {
    cancelled: ":leftwards_arrow_with_hook: *Arrêté.* Rien n’a été publié ; le choix vous revient.",
    missed:
      ":alarm_clock: *Manqué.* Il n’a pas pu partir dans les 10 minutes : X était injoignable, ou quelque chose ici l’en empêchait. Il n’a pas été envoyé et rien n’a été publié ; approuvez-le à nouveau s’il le faut.",
    lapsed:
      ":key: *Son approbation ne compte plus* : la dirigeante, le compte X ou la clé ont changé depuis. Rien n’a été publié ; approuvez à nouveau s’il le faut.",
    restored:
      ":rotating_light: *Une ancienne copie de la base de données a été rétablie.* Il a peut-être été publié depuis, ou arrêté par vous. Regardez X avant de l’approuver.",
    concern:
      ":raised_hand: *Pas publié : un·e collègue a émis une réserve.* Le moment venu, vous ne l’aviez pas lue ; rien n’a donc été envoyé. Le choix vous revient.",
    absent:
      ":leftwards_arrow_with_hook: *Pas sur X*, avez-vous dit. Approuvez-le à nouveau si vous le voulez toujours.",
    refused: (why) => `:no_entry: ${refusal[why]}`,
  },
  lines: {
    posted: (link) => `Publié : ${link}`,
    postedUnseen: (profile) => `Publié sur ${profile}.`,
    otherText: (link) =>
      `:rotating_light: Publié, mais X montre d’autres mots que ceux que vous avez approuvés : ${link}. Regardez-le, s’il vous plaît ; « Le retirer » est sur la carte.`,
    asking:
      ":grey_question: X n’a pas répondu clairement. Est-il apparu ? Dites-le-nous sur la carte ci-dessus.",
    asked: "Réglé : la carte ci-dessus dit comment.",
    down: ":wastebasket: Retiré.",
  },
  notice: {
    cancelled: (n) =>
      n === 0
        ? "Rien n’était programmé."
        : n === 1
          ? "Un post programmé a été annulé ; rien n’en a été envoyé."
          : `${n} posts programmés ont été annulés ; rien n’en a été envoyé.`,
    formerExecutive: (who) =>
      `:key: *Vous ne décidez plus ici.* Firsthand écoute désormais ${who} ; plus rien ne compte sur vos anciennes cartes.`,
    newExecutive:
      ":key: *C’est vous qui décidez ici désormais.* Ce qui était devant la personne précédente vient à vous, et seul votre propre appui publie.",
    newAccount: (handle) => `:key: *Les posts partent désormais de @${handle}.*`,
    approveAgain: "Ce qui doit encore partir demande un nouvel appui de votre part.",
    oldDatabase:
      ":rotating_light: *Rien n’est publié tant que vous ne reprenez pas.* Slack en montre plus que la base de données n’en sait : une ancienne copie a sans doute été rétablie. Ce qui a été publié, arrêté ou décliné depuis est oublié ici ; les cartes peuvent donc se tromper.",
    oldDatabaseNow:
      "Regardez d’abord vos posts sur X, déclinez ce qui s’y trouve déjà, puis appuyez sur « Reprendre ». Demandez à la personne qui exploite Firsthand ce qui s’est passé.",
    resume: "Reprendre",
    resumed: ":white_check_mark: *C’est reparti.* Vos appuis publient à nouveau.",
    wrongClock: (seconds) =>
      `:alarm_clock: *L’horloge de la machine se trompe de ${seconds} secondes.* Les posts programmés attendent qu’elle soit juste ; celui qui attend plus de 10 minutes n’est pas envoyé, et on vous demande. Dites-le à la personne qui exploite Firsthand. Ce que vous approuvez pour tout de suite part comme d’habitude.`,
    rightClock: ":white_check_mark: *L’horloge est de nouveau juste.* Les posts programmés partent.",
  },
};
