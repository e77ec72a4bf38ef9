import { datesIn } from "./dates.js";
import { frAnswers } from "./fr-answers.js";
import { frCard } from "./fr-card.js";
import { frDesk } from "./fr-desk.js";
import { frExpiry } from "./fr-expiry.js";
import { frForms } from "./fr-forms.js";
import { frNews } from "./fr-news.js";
import { frOwn } from "./fr-own.js";
import { frPause } from "./fr-pause.js";
import { frProfile } from "./fr-profile.js";
import { frSettings } from "./fr-settings.js";
import { frSuggesting } from "./fr-suggesting.js";
import { frTeam } from "./fr-team.js";
import { frTimes } from "./fr-times.js";
import type { Words } from "./words.js";

export const fr: Words = {
  language: "fr",
  dates: datesIn("fr-FR"),
  card: frCard,
  answers: frAnswers,
  forms: frForms,
  news: frNews,
  own: frOwn,
  team: frTeam,
  times: frTimes,
  desk: frDesk,
  expiry: frExpiry,
  pause: frPause,
  profile: frProfile,
  settings: frSettings,
  suggesting: frSuggesting,
};
