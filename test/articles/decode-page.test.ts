import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { articleOf, fencedIn } from "./reading.js";

fencedIn();

describe("a page is decoded as it says it is written", () => {
  const TITLE = "L’été à 5 € — œuvre";
  const html = (head: string) => `<html><head>${head}<title>${TITLE}</title></head>`;
  test.each([
    ["windows-1252", "text/html; charset=windows-1252", ""],
    ["windows-1252", "text/html; charset=ISO-8859-1", ""],
    ["windows-1252", "text/html", '<meta charset="latin1">'],
    ["windows-1252", "text/html", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ["windows-1252", "text/html", ""],
    ["windows-1252", "text/html; charset=nonsense", ""],
    ["windows-1252", 'text/html; charset="windows-1252"', '<meta charset="utf-8">'],
    ["utf-8", "text/html", ""],
    ["utf-8", "text/html; charset=hex", ""],
    ["utf-8", "text/html", '<meta charset="utf-16">'],
    ["utf-16le", "text/html; charset=utf-16", ""],
    ["utf-16be", "text/html; charset=utf-16be", ""],
    ["gb18030", "text/html; charset=gb18030", ""],
  ])("%s, with «%s» and «%s»", async (written, type, head) => {
    expect((await articleOf(iconv.encode(html(head), written), type)).title).toBe(TITLE);
  });

  test.each(["utf-8", "utf-16le", "utf-16be"])(
    "a byte order mark of %s wins over the header",
    async (written) => {
      const bytes = iconv.encode(html(""), written, { addBOM: true });
      expect((await articleOf(bytes, "text/html; charset=windows-1252")).title).toBe(TITLE);
    },
  );

  test.each([
    ["shift_jis", "日本語の見出し"],
    ["euc-jp", "日本語の見出し"],
    ["euc-kr", "한국어 제목"],
    ["big5", "中文標題"],
    ["gb2312", "中文标题"],
    ["windows-1251", "Заголовок"],
    ["koi8-r", "Заголовок"],
    ["iso-8859-2", "Tytuł łódź"],
    ["iso-8859-15", "Prix en €"],
    ["windows-1256", "عنوان"],
    ["iso-8859-7", "Τίτλος"],
  ])("%s", async (charset, title) => {
    const bytes = iconv.encode(`<meta charset="${charset}"><title>${title}</title>`, charset);
    expect((await articleOf(bytes, "text/html")).title).toBe(title);
  });

  test("a letter cut in two by the limit does not turn UTF-8 into something else", async () => {
    const start = "<title>été</title>";
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from("é".repeat(600_000))]);
    expect((await articleOf(bytes, "text/html")).title).toBe("été");
  });
});
