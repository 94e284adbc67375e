import Content
import Diagnostics
import Fields
import Forms
import Markdown
import Screening
import Values

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
        /// Pictures of a format that pages cannot show: what each is, and what it is called.
        case lostPictures([LocalizedText])
        /// Pictures that the file only refers to, or that are missing from it.
        case absentPictures(Int)
        /// What a reader of the draft sees otherwise than a reader of the file, or not at all: with the words of the first
        /// of them.
        case remark(ReadingRemark.Kind, count: Int, words: [String])
        /// What the file refers to outside itself, by the types of relations.
        case outsideReferences([String])
        /// Something that the definition of the form does not allow, and what it does.
        case unusableValue(String, label: String, expected: LocalizedText)
        /// Words beside the control of a field, which were not taken.
        case textBeside(String)
        /// Characters of a name that nobody sees or that look like others, and the name without them.
        case cleaned(label: String, description: LocalizedText, name: String)
        /// What stands in brackets behind a name and was left out.
        case leftOffName(NameAside.Found, label: String)
        /// Several firms, as one name.
        case jointEnterprise(String, label: String)
        /// A field that the file names otherwise than the form.
        case otherName(String, label: String)
        /// Answers whose labels name no field.
        case unknownAnswers([FilledForm.UnknownAnswer])
        /// Text that stands in none of the fields and was drafted as it stands: how much, and its first paragraph.
        case unsortedText(paragraphs: Int, characters: Int, first: String)
        /// Pictures beyond the number that is taken of one file.
        case tooManyPictures(Int, limit: Int)
    }

    package let form: FilledForm
    package let team: String
    package let enterprise: String
    /// Empty where none recommends the team, and where its name is missing.
    package let recommender: String
    package let recommenderReading: RecommenderReading
    /// What stands in its place.
    let statedRecommender: String
    /// Whether the form has a place for it.
    let hasRecommenderField: Bool
    /// What the form says of columns of the roster, in canonical form; columns without an answer that can be used are not
    /// among them.
    package let columns: [RosterColumn: String]
    /// Provinces that answers tell which name no field of the form.
    let statedProvinces: [DraftProvince.Sign]
    package let year: Int?
    /// What stands in the place of the year.
    let statedYear: String
    /// Names of which one has to be chosen.
    let nameToChoose: Refusal?
    /// Markdown without front matter.
    package let body: String
    package let pictures: [(name: String, bytes: [UInt8])]
    package let characterCount: Int
    package let notes: [Note]

    /// Labels of fields that were filled in and are left out, because they are for the association only.
    package let privateFields: [String]
    /// Labels of fields that were filled in and have no place on the site.
    package let otherFields: [String]

    /// The team by its names alone.
    var named: NamedTeam { NamedTeam(team: team, enterprise: enterprise) }

    /// How many things a person would have to ask for: required fields without an answer that can be used, and missing parts
    /// of the text.
    package var missingCount: Int {
        let required = Set(form.answers.filter { $0.field.isRequired }.map(\.label))
        return notes.count { note in
            switch note {
            case .missingField, .unfilledField, .ambiguousField, .missingPart: true
            case .unusableValue(_, let label, _): required.contains(label)
            default: false
            }
        }
    }

    /// Makes a draft of a form.
    ///
    /// - Parameter contacts: telephone numbers and addresses of offices, which are no data about persons.
    package init(_ form: FilledForm, contacts: PublishedContacts) {
        self.form = form
        var notes: [Note] = []
        func line(_ destination: FormField.Destination) -> String {
            (form.answer(to: destination)?.text ?? "").split(whereSeparator: \.isNewline).joined()
        }
        func number(_ destination: FormField.Destination) -> Int? {
            guard let answer = form.answer(to: destination), Self.expected(of: answer) == nil else { return nil }
            return AnswerValue.number(answer.text).flatMap { Int(exactly: $0) }
        }
        var doubtful: Refusal?
        func name(_ destination: FormField.Destination) -> String {
            var name = cleanedName(destination)
            guard let answer = form.answer(to: destination) else { return name }
            name = withoutMark(name, answer)
            while doubtful == nil, let found = NameAside.ending(name, isOfTeam: destination == .team) {
                // What else stands behind a recommender is a part of its reading.
                if destination == .recommender, found.aside != .person { break }
                switch found.aside {
                case .seal, .particulars, .formerName, .person:
                    notes.append(.leftOffName(found, label: answer.label))
                    name = found.name
                case .laterName, .standing, .maybePerson: doubtful = .doubtfulName(found, label: answer.label)
                }
            }
            return name
        }
        func withoutMark(_ name: String, _ answer: FilledForm.Answer) -> String {
            guard let marked = NameMark.ending(name), !NameMark.isCircledNumber(marked.mark) else { return name }
            let found = NameAside.Found(
                name: marked.name, text: String(name.dropFirst(marked.name.count)), aside: .seal)
            notes.append(.leftOffName(found, label: answer.label))
            return marked.name
        }
        func cleanedName(_ destination: FormField.Destination) -> String {
            var written = line(destination)
            if destination == .enterprise, let answer = form.answer(to: destination),
                let joint = SeveralNames.jointEnterprise(in: answer.text)
            {
                written = joint
                notes.append(.jointEnterprise(joint, label: answer.label))
            }
            guard let blemish = HiddenCharacters.blemish(of: written), let clean = blemish.cleaned,
                let answer = form.answer(to: destination)
            else { return written }
            notes.append(.cleaned(label: answer.label, description: blemish.description, name: clean))
            return clean
        }
        var columns: [RosterColumn: String] = [:]
        for column in RosterColumn.askedByForms {
            let destination = FormField.Destination(column)
            switch column.schema.type {
            case .text: columns[column] = name(destination)
            case .integer: columns[column] = number(destination).map(String.init)
            default: columns[column] = column.canonical(line(destination))
            }
        }
        nameToChoose = doubtful
        team = columns[.team] ?? ""
        enterprise = columns[.enterprise] ?? ""
        statedRecommender = columns[.recommender] ?? ""
        recommenderReading = RecommenderReading(answer: statedRecommender)
        recommender = recommenderReading.name ?? ""
        hasRecommenderField = [.tag, .label].contains(form.answer(to: .recommender)?.origin)
        columns[.recommender] = recommender
        self.columns = columns.filter { !$0.value.isEmpty }
        year = number(.year)
        statedYear = line(.year)
        for answer in form.answers where answer.part == nil {
            if answer.hasTextBeside { notes.append(.textBeside(answer.label)) }
            if let name = answer.otherName { notes.append(.otherName(name, label: answer.label)) }
            if !answer.field.isPrivate, let expected = Self.expected(of: answer) {
                notes.append(.unusableValue(answer.text, label: answer.label, expected: expected))
            }
            switch answer.origin {
            case .duplicate: notes.append(.ambiguousField(answer.label))
            case .missing where answer.field.isRequired: notes.append(.missingField(answer.label))
            case _ where answer.field.isRequired && answer.text.isEmpty: notes.append(.unfilledField(answer.label))
            default: break
            }
        }
        let provinces = DraftProvince.stated(in: form.unknownAnswers)
        statedProvinces = provinces.map(\.sign)
        let unknown = form.unknownAnswers.filter { answer in !provinces.contains { $0.answer == answer } }
        if !unknown.isEmpty { notes.append(.unknownAnswers(unknown)) }
        if let text = form.unsortedText {
            notes.append(
                .unsortedText(paragraphs: text.paragraphCount, characters: text.characterCount, first: text.first))
        }
        let filled = form.answers.filter { !$0.text.isEmpty && $0.part == nil }
        privateFields = filled.filter(\.field.isPrivate).map { Self.name(of: $0, in: form) }
        otherFields = filled.filter { !$0.field.isPrivate && $0.field.destination == nil }.map(\.label)

        var markdown = MarkdownText(form.file)
        let lead = markdown.text(of: form.unsortedText?.lead ?? [])
        let text = Self.body(of: form, &markdown, notes: &notes)
        let rest = markdown.text(of: form.unsortedText?.rest ?? [])
        body = [lead, text, rest].filter { !$0.isEmpty }.joined(separator: "\n") + markdown.footnotes()
        pictures = markdown.pictures
        if !markdown.lostPictures.isEmpty { notes.append(.lostPictures(markdown.lostPictures)) }
        if markdown.absentPictures > 0 { notes.append(.absentPictures(markdown.absentPictures)) }
        if markdown.picturesBeyondLimit > 0 {
            notes.append(.tooManyPictures(markdown.picturesBeyondLimit, limit: WordFile.maximumPictures))
        }
        notes += Self.remarks(form, notesInText: markdown.notes)
        if !form.file.outsideReferences.isEmpty {
            notes.append(.outsideReferences(form.file.outsideReferences.sorted()))
        }
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
                if let title = answer.otherName { notes.append(.otherName(title, label: answer.label)) }
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

    private static func remarks(_ form: FilledForm, notesInText: [WordContent.NoteID]) -> [Note] {
        var remarks = form.file.content.remarks
        let elsewhere = Set(form.file.content.notes.keys).subtracting(notesInText)
        for id in elsewhere.sorted(by: { ($0.part.rawValue, $0.number) < ($1.part.rawValue, $1.number) }) {
            remarks.add(.note, WordContent.text(of: form.file.content.notes[id] ?? []))
        }
        return ReadingRemark.Kind.allCases.compactMap { kind in
            guard let count = remarks.counts[kind] else { return nil }
            let words = remarks.words(of: kind).map {
                FieldSearch.cleaned($0).split(whereSeparator: \.isNewline).joined(separator: " ")
            }
            return .remark(kind, count: count, words: words.filter { !$0.isEmpty })
        }
    }

    /// Two fields of the same label, such as two mobiles, are told apart by the field before them.
    private static func name(of answer: FilledForm.Answer, in form: FilledForm) -> String {
        let same = form.form.fields.filter { $0.label == answer.field.label }
        guard same.count > 1, let index = form.form.fields.firstIndex(of: answer.field), index > 0 else {
            return answer.label
        }
        return "\(answer.label)（\(form.form.fields[index - 1].label.chinese)）"
    }
}
