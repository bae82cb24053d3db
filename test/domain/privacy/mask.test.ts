import fc from "fast-check";
import { expect, test } from "vitest";
import { initials, maskedAddress, maskedEmail, maskedPhone } from "#app/domain/privacy/mask.ts";

test.each([
  ["heidi@haus.example", "h•••@h•••.example"],
  ["h@haus.co.uk", "h•••@h•••.uk"],
  ["李雷@例子.测试", "李•••@例•••.测试"],
  ["somebody@localhost", "•••"],
  ["not an address", "•••"],
  ["two@at@signs.example", "•••"],
])("the e-mail address %s is shown as %s", (email, shown) => expect(maskedEmail(email)).toBe(shown));

test.each([
  ["+1 555 014 7733", "••• 33"],
  ["(030) 901820", "••• 20"],
  ["110", "•••"],
  ["", "•••"],
])("the number %s is shown as %s", (phone, shown) => expect(maskedPhone(phone)).toBe(shown));

test.each([
  ["4471 Marmalade Crescent, Fresno, CA 93650", "•••, Fresno, CA 936••"],
  ["4471 Marmalade Crescent\nFresno CA 93650-1234", "•••, Fresno, CA 936••"],
  ["12 Elm Street, Albany, 12207", "•••, Albany, 122••"],
  ["Albany, 12207", "•••, 122••"],
  ["9 Treacle Wynd, Leeds LS1 4AP", "•••, Leeds LS•••"],
  ["Flat 3, 9 Treacle Wynd, Leeds, LS1 4AP", "•••, Leeds LS•••"],
  ["Rose Cottage, Mill Lane LS1 4AP", "•••, LS•••"],
  ["Rose Cottage, Mill Lane", "•••"],
  ["Musterstraße 5, 10115 Berlin", "•••, 10••• Berlin"],
  ["Musterstraße 5, 10115 Berlin, Germany", "•••, 10••• Berlin"],
  ["c/o Frau Maier, Am Anger, 99084 Erfurt", "•••, 99••• Erfurt"],
  ["上海市浦东新区世纪大道100号", "上海市•••"],
  ["广东省深圳市南山区科技园路1号", "广东省深圳市•••"],
  ["10115 Berlin", "•••"],
  ["somewhere", "•••"],
])("of the address %s is left %s", (address, shown) => expect(maskedAddress(address)).toBe(shown));

test.each([
  ["Zephyrine Quillfeather Holdings", "Z. Q. H."],
  ["Ann-Marie O'Neill de la Cruz", "A. M. O."],
  ["王小明", "王•••"],
  ["42", "•••"],
])("of the name %s an administrator reads %s", (name, shown) => expect(initials(name)).toBe(shown));

test("no mask lets more than the first letter, the ending or two digits through, whatever is typed", () => {
  const words = fc.stringMatching(/^[a-z]{3,12}$/);
  fc.assert(
    fc.property(words, words, words, fc.stringMatching(/^[0-9]{8,12}$/), (local, host, street, digits) => {
      const email = maskedEmail(`${local}@${host}.example`);
      expect(email).toBe(`${local[0]}•••@${host[0]}•••.example`);
      expect(maskedPhone(digits).replace("••• ", "")).toBe(digits.slice(-2));
      for (const rest of ["Leeds LS1 4AP", "10115 Berlin", "Fresno, CA 93650", "nowhere", "5"])
        expect(maskedAddress(`12 ${street} q, ${rest}`)).not.toContain(`${street} q`);
    }),
  );
});
