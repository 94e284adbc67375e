import Diagnostics
import Rules

@testable import Screening

/// What is found about persons in a text: the rule's name without its group, and the bytes of the finding.
func foundAboutPersons(_ text: String, contacts: [String] = []) -> [String] {
    let file = SourceFile(path: "content/about.md", text: text)
    return PersonalDataScan.findings(in: file, contacts: PublishedContacts(contacts)).map { finding in
        let bytes = finding.range?.bytes ?? 0..<0
        return finding.rule.name.dropFirst("privacy/".count) + " " + String(decoding: file.bytes[bytes], as: UTF8.self)
    }
}
