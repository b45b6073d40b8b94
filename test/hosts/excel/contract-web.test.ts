/** The same contract in Excel on the web with the newest interface, every edit cut into many small requests. */
import { bookContract } from "../../book/contract";
import { closeExcel, excelFactory } from "./open";

afterAll(closeExcel);

bookContract(
  "Excel on the web, in small requests",
  excelFactory({ profile: "web", apiLevel: "1.18" }, { requestBytes: 6_000 }),
);
