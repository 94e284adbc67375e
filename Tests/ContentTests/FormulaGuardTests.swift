import Content
import Testing

@Suite("Guard against formulas")
struct FormulaGuardTests {
    @Test(
        "what could be taken for a formula gets an apostrophe, also after spaces, in a later line and with full-width signs",
        arguments: [
            "=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1", "\u{A0}=1", "甲\n=1", "甲\r\n@x", "＝1", "－甲",
            "'=1", "-",
            "-甲班",
        ])
    func risky(text: String) {
        #expect(FormulaGuard.guarded(text) == "'" + text)
        #expect(FormulaGuard.unguarded("'" + text) == text)
    }

    @Test("texts and numbers stay", arguments: ["甲班", "12", "-5", "-5.5", "", "'90年代班组", "O'Neill", "1=1", "甲-乙"])
    func harmless(text: String) {
        #expect(FormulaGuard.guarded(text) == text)
        #expect(FormulaGuard.unguarded(text) == text)
    }
}
