import { bookContract } from "../../book/contract";
import { closeExcel, excelFactory } from "./open";

afterAll(closeExcel);

bookContract("Excel", excelFactory());
