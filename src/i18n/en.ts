import { datesIn } from "./dates.js";
import { enAnswers } from "./en-answers.js";
import { enCard } from "./en-card.js";
import { enDesk } from "./en-desk.js";
import { enExpiry } from "./en-expiry.js";
import { enForms } from "./en-forms.js";
import { enNews } from "./en-news.js";
import { enOwn } from "./en-own.js";
import { enPause } from "./en-pause.js";
import { enProfile } from "./en-profile.js";
import { enSettings } from "./en-settings.js";
import { enSuggesting } from "./en-suggesting.js";
import { enTeam } from "./en-team.js";
import { enTimes } from "./en-times.js";

/** Every word a person reads in Slack, in English: the dictionary the others are typed by. */
export const en = {
  language: "en",
  dates: datesIn("en-GB"),
  card: enCard,
  answers: enAnswers,
  forms: enForms,
  news: enNews,
  own: enOwn,
  team: enTeam,
  times: enTimes,
  desk: enDesk,
  expiry: enExpiry,
  pause: enPause,
  profile: enProfile,
  settings: enSettings,
  suggesting: enSuggesting,
};
