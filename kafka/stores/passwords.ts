import { StoreError, type StoreProblem } from "./storeError";

/** What a store's password must be like. The password itself is never shown. */
export function passwordProblems(format: "PKCS12" | "JKS", password: string): StoreProblem[] {
    const problems: StoreProblem[] = [];
    if (password === "") {
        problems.push({
            code: "store-password-missing",
            level: "error",
            cause: "The password is empty, which Java's key stores do not take.",
            fix: "Give a password of at least six characters, for example a random.RandomPassword.",
        });
    }
    if (password.trim() !== password) {
        problems.push({
            code: "store-password-white-space",
            level: "error",
            cause: "The password begins or ends with white space, which Kafka's clients cut off: the store would not open.",
            fix: "Use a password without white space at its ends; text from a file often ends with a line break.",
        });
    }
    if (format === "PKCS12" && /[^ -~]/.test(password.trim())) {
        problems.push({
            code: "store-password-not-ascii",
            level: "error",
            cause: "The password has a character that is not ASCII, with which Java cannot open a PKCS12 file.",
            fix: "Use letters, digits and signs of ASCII, or the format JKS.",
        });
    }
    return problems;
}

/** @throws StoreError at the first thing that is wrong with a password */
export function requirePassword(format: "PKCS12" | "JKS", password: string): void {
    const [problem] = passwordProblems(format, password);
    if (problem) throw new StoreError(problem);
}
