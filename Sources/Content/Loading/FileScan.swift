import Diagnostics

/// What is looked for in every text file, whatever its kind: data about persons, and slips of typography.
struct FileScan: Sendable {
    private let checks: CheckSettings

    init(_ checks: CheckSettings) { self.checks = checks }

    func findings(in file: SourceFile) -> [Diagnostic] {
        PersonalDataScan.findings(in: file, contacts: checks.contacts)
            + TypographyScan.findings(in: file, policy: checks.policy)
    }
}
