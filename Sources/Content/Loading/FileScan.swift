import Diagnostics
import Fields
import Screening

/// What is looked for in every text file, whatever its kind: data about persons, slips of typography, and in running text
/// characters that nobody sees.
struct FileScan: Sendable {
    private let checks: CheckSettings

    init(_ checks: CheckSettings) { self.checks = checks }

    func findings(in file: SourceFile) -> [Diagnostic] {
        let personal = PersonalDataScan.findings(in: file, contacts: checks.contacts)
        // A number that was taken apart by them goes as a whole.
        let hidden = hiddenCharacters(in: file).filter { hidden in
            !personal.contains { $0.range?.bytes.overlaps(hidden.range?.bytes ?? 0..<0) == true }
        }
        return personal + TypographyScan.findings(in: file, policy: checks.policy) + hidden
    }

    /// Values of front matter and of YAML files are looked at where they are read.
    private func hiddenCharacters(in file: SourceFile) -> [Diagnostic] {
        guard file.path.hasSuffix(".md"), let start = FrontMatter.bodyOffset(in: file.bytes) else { return [] }
        return HiddenCharacters.findings(in: file, from: start) + HiddenReferences.findings(in: file, from: start)
    }
}
