import Content
import Diagnostics
import Forms
import Markdown

/// A write-up made of a filled form, and the row of the roster that goes with it.
package struct FormDraft: Sendable {
    /// Something that a person has to look at.
    package enum Note: Sendable, Hashable {
        case missingField(String)
        case unfilledField(String)
        case ambiguousField(String)
        case missingPart(String)
        case length(count: Int, minimum: Int, maximum: Int)
        /// Names a kind of data about persons that the text seems to hold.
        case personalData(LocalizedText)
        case lostPictures(Int)
        case unusableNumber(String)
    }

    package let form: FilledForm
    package let team: String
    package let enterprise: String
    package let recommender: String
    /// As it was written, or empty.
    package let members: String
    package let year: Int?
    /// Markdown without front matter.
    package let body: String
    package let pictures: [(name: String, bytes: [UInt8])]
    package let characterCount: Int
    package let notes: [Note]

    /// Labels of fields that were filled in and are left out, because they are for the association only.
    package let privateFields: [String]
    /// Labels of fields that were filled in and have no place on the site.
    package let otherFields: [String]

    /// Makes a draft of a form.
    ///
    /// - Parameter contacts: telephone numbers and addresses of offices, which are no data about persons.
    package init(_ form: FilledForm, contacts: PublishedContacts) {
        self.form = form
        var notes: [Note] = []
        func line(_ destination: FormField.Destination) -> String {
            (form.answer(to: destination)?.text ?? "").split(whereSeparator: \.isNewline).joined()
        }
        func number(_ destination: FormField.Destination) -> String {
            let text = Self.digits(line(destination))
            if !text.isEmpty, Int(text) == nil { notes.append(.unusableNumber(line(destination))) }
            return Int(text) == nil ? "" : text
        }
        team = line(.team)
        enterprise = line(.enterprise)
        recommender = line(.recommender)
        members = number(.members)
        year = Int(number(.year))
        for answer in form.answers where answer.part == nil {
            switch answer.origin {
            case .duplicate: notes.append(.ambiguousField(answer.label))
            case .missing where answer.field.isRequired: notes.append(.missingField(answer.label))
            case _ where answer.field.isRequired && answer.text.isEmpty: notes.append(.unfilledField(answer.label))
            default: break
            }
        }
        let filled = form.answers.filter { !$0.text.isEmpty && $0.part == nil }
        privateFields = filled.filter(\.field.isPrivate).map { Self.name(of: $0, in: form) }
        otherFields = filled.filter { !$0.field.isPrivate && $0.field.destination == nil }.map(\.label)

        var markdown = MarkdownText(form.file)
        body = Self.body(of: form, &markdown, notes: &notes)
        pictures = markdown.pictures
        if markdown.lostPictures > 0 { notes.append(.lostPictures(markdown.lostPictures)) }
        let file = SourceFile(path: "form", text: body)
        characterCount = MarkdownParser.parse(file, from: 0, options: .init(isKnownUTF8: true)).document.characterCount
        for field in form.form.fields where field.destination == .text {
            guard case .longText(let minimum?, let maximum?, _) = field.kind,
                !(minimum...maximum).contains(characterCount)
            else { continue }
            notes.append(.length(count: characterCount, minimum: minimum, maximum: maximum))
        }
        let personal = PersonalDataScan.findings(in: file, contacts: contacts).map(\.message)
        notes += Array(Set(personal)).sorted { $0.en < $1.en }.map { .personalData($0) }
        self.notes = notes
    }

    private static func body(of form: FilledForm, _ markdown: inout MarkdownText, notes: inout [Note]) -> String {
        var body = ""
        for answer in form.answers where answer.field.destination == .text {
            let text = markdown.text(of: answer.blocks)
            if answer.part != nil {
                body += (body.isEmpty ? "" : "\n") + "## \(answer.label)\n\n" + text
                switch answer.origin {
                case .duplicate: notes.append(.ambiguousField(answer.label))
                case _ where text.isEmpty: notes.append(.missingPart(answer.label))
                default: break
                }
            } else {
                body += text
            }
        }
        return body
    }

    /// Two fields of the same label, such as two mobiles, are told apart by the field before them.
    private static func name(of answer: FilledForm.Answer, in form: FilledForm) -> String {
        let same = form.form.fields.filter { $0.label == answer.field.label }
        guard same.count > 1, let index = form.form.fields.firstIndex(of: answer.field), index > 0 else {
            return answer.label
        }
        return "\(answer.label)（\(form.form.fields[index - 1].label.chinese)）"
    }

    /// The number without a unit: `２８人` is `28`.
    private static func digits(_ text: String) -> String {
        let text = LabelText.normal(text)
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? text : String(digits)
    }
}
