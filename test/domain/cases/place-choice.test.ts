import { expect, test } from "vitest";
import { chosenBefore, chosenPlace, reached, typedPlace } from "#app/domain/cases/place-choice.ts";
import { residenceOf } from "#app/domain/cases/residence.ts";
import { placeOf } from "#app/domain/places/register.ts";

const chosen = (country?: string, province?: string, city?: string) => {
  const place = chosenPlace({ country, province, city });
  return place.ok ? place.value : place.error;
};

test("a place is chosen as finely as its law needs", () => {
  expect(chosen("US", "US-CA")).toBe("US-CA");
  expect(chosen("CN", "CN-440000", "CN-440300")).toBe("CN-440300");
  expect(chosen("CN", "CN-110000")).toBe("CN-110000");
  expect(chosen("US", "US-NY", "US-NY-NYC")).toBe("US-NY-NYC");
});

test("what is missing is asked for at its own field", () => {
  expect(chosen()).toEqual({ field: "country", message: "error.choose" });
  expect(chosen("US")).toEqual({ field: "province", message: "error.choose" });
  expect(chosen("CN", "CN-440000")).toEqual({ field: "city", message: "error.choose" });
});

test("New York State is not taken for its city, nor the city for the State", () => {
  expect(chosen("US", "US-NY")).toEqual({ field: "city", message: "error.choose" });
  expect(chosen("US", "US-NY", "US-NY")).toBe("US-NY");
  expect(chosen("CN", "CN-440000", "CN-440000")).toEqual({ field: "city", message: "error.choose" });
  const city = (code: string) => {
    const place = placeOf(code);
    return place && residenceOf(place).city;
  };
  expect(city("US-NY-NYC")).toBe("New York City");
  expect(city("US-NY")).toBe("elsewhere");
  expect(city("US-CA")).toBeNull();
});

test("Hong Kong, Macao, Taiwan and Scotland are refused with their reason", () => {
  expect(chosen("CN", "CN-810000")).toEqual({ field: "province", message: "places.refused.hk" });
  expect(chosen("CN", "CN-820000")).toEqual({ field: "province", message: "places.refused.mo" });
  expect(chosen("CN", "CN-710000")).toEqual({ field: "province", message: "places.refused.tw" });
  expect(chosen("GB", "GB-SCT")).toEqual({ field: "province", message: "places.refused.sct" });
  expect(chosen("DE", "DE-BY")).toBe("DE-BY");
});

test("an invented place, and a province left over from another country, lead nowhere", () => {
  expect(chosen("ATLANTIS", "US-CA")).toEqual({ field: "country", message: "error.choose" });
  expect(chosen("US", "US-ZZ")).toEqual({ field: "province", message: "error.choose" });
  expect(reached({ country: "CN", province: "US-CA" }).map(({ code }) => code)).toEqual(["CN"]);
  expect(chosen("US", "CN-440000", "CN-440300")).toEqual({ field: "province", message: "error.choose" });
});

test("a place found by name fills the fields that lead to it", () => {
  expect(typedPlace("CN-440300")).toEqual({ country: "CN", province: "CN-440000", city: "CN-440300" });
  expect(typedPlace("US-TX")).toEqual({ country: "US", province: "US-TX", city: "" });
  expect(typedPlace("nowhere")).toEqual({ country: "", province: "", city: "" });
});

test("a place that was chosen before is chosen again as it stands, though a region has cities besides", () => {
  for (const code of ["US-NY", "US-TX", "CN-440300", "GB-EW"]) {
    const { country, province, city } = chosenBefore(code);
    expect(chosen(country, province, city)).toBe(code);
  }
});
