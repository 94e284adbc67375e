import Diagnostics

/// How a change is written in the store: its sentence in Chinese, in English, and what kind of change it is, a line each.
///
/// Whoever opens the store with Git reads the same sentences; what others wrote there is shown as it stands.
struct ChangeMessage {
    let sentence: LocalizedText
    let origin: RecordedChange.Origin
    let takenBack: ChangeID?

    /// The name in the store where nobody knows who it was.
    static let nobody = "-"
    static let address = "showcase"

    private static let english = "en: "
    private static let kind = "kind: "
    private static let undone = "takes-back: "

    static func text(of note: ChangeNote) -> String {
        var lines = [note.sentence.zh, "", english + note.sentence.en, kind + note.origin.rawValue]
        if let id = note.takenBack { lines.append(undone + id.text) }
        return lines.map { $0 + "\n" }.joined()
    }

    init(_ text: String) {
        // Whoever wrote into the store may have written what a terminal obeys.
        let lines = text.split(separator: "\n").map { VisibleText.oneLine(String($0)) }
        let first = lines.first ?? "–"
        func value(_ name: String) -> String? {
            lines.dropFirst().first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
        }
        sentence = LocalizedText(zh: first, en: value(Self.english) ?? first)
        origin = value(Self.kind).flatMap(RecordedChange.Origin.init(rawValue:)) ?? .elsewhere
        takenBack = value(Self.undone).flatMap(ChangeID.init)
    }
}
