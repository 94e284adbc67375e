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
        /// Sentences that stand in none of the fields.
        case lostText(LostText)
    }

    /// Why no draft is made of a form that could be read.
    package enum Refusal: Sendable, Equatable {
        /// Several forms in one file.
        case severalForms([FilledForm.Filling])
        /// A field that tells who is meant has several answers.
        case severalAnswers([String], label: String)
        /// A name with the one that it has now, with words that it is not honoured, or with what may be a person's name: only
        /// the writer knows what is meant.
        case doubtfulName(NameAside.Found, label: String)
        /// The file has no such field. Perhaps one of the answers whose labels name none is it.
        case noField(String, RosterField, unknown: [FilledForm.UnknownAnswer])
        case noTeam
        /// A team that no list has, without its enterprise: its row would not pass the check.
        case noEnterprise
        case noYear
        case unusableYear(String, expected: LocalizedText)
        /// An association recommends the team, and its name is missing: 协会推荐.
        case unnamedRecommender(String)
        /// No recommender is named, but an answer speaks of a recommendation: the label of that.
        case unnamedRecommendation(String)
        /// No recommender is named, but words elsewhere in the form speak of a recommendation.
        case recommendationElsewhere(String)
        /// The names of team and enterprise stand in each other's place, or are of one sort.
        case misplacedNames(NameKind.Fault)
        /// Nothing tells the province of a team that no list has.
        case noProvince
        /// What tells different provinces of a team that no list has.
        case provinces([DraftProvince.Sign])
        /// The site does not know the recommender by name.
        case unknownRecommender(UnknownRecommender)
    }

    /// What a team cannot be put on a list without.
    package enum RosterField: Sendable {
        case team, enterprise, recommender, year
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
    private let statedYear: String
    /// Names of which one has to be chosen.
    private let nameToChoose: Refusal?
    /// Markdown without front matter.
    package let body: String
    package let pictures: [(name: String, bytes: [UInt8])]
    package let characterCount: Int
    package let notes: [Note]

    /// Labels of fields that were filled in and are left out, because they are for the association only.
    package let privateFields: [String]
    /// Labels of fields that were filled in and have no place on the site.
    package let otherFields: [String]

    /// Why no draft is made: a page of nobody, or of no year, would only be in the way.
    ///
    /// - Parameter isYearGiven: whether a person has named the year.
    package func refusal(isYearGiven: Bool) -> Refusal? {
        if form.fillings.count > 1 { return .severalForms(form.fillings) }
        let asked: [FormField.Destination] = [.team, .enterprise, .recommender] + (isYearGiven ? [] : [.year])
        for answer in asked.compactMap(form.answer) where answer.origin == .duplicate {
            return answer.field.destination == .team
                ? .severalForms(answer.alternatives.map { FilledForm.Filling(team: $0, enterprise: enterprise) })
                : .severalAnswers(answer.alternatives, label: answer.label)
        }
        if team.isEmpty { return lacking(.team) ?? .noTeam }
        if let nameToChoose { return nameToChoose }
        if let fault = NameKind.fault(team: team, enterprise: enterprise) { return .misplacedNames(fault) }
        if isYearGiven || year != nil { return nil }
        guard !statedYear.isEmpty, let answer = form.answer(to: .year), let expected = Self.expected(of: answer) else {
            return lacking(.year) ?? .noYear
        }
        return .unusableYear(statedYear, expected: expected)
    }

    /// Why a field that the form asks for is not known; `nil` where the file has the field, filled in or empty.
    func lacking(_ field: RosterField) -> Refusal? {
        let destination: FormField.Destination =
            switch field {
            case .team: .team
            case .enterprise: .enterprise
            case .recommender: .recommender
            case .year: .year
            }
        guard let answer = form.answer(to: destination), answer.origin == .missing else { return nil }
        return .noField(answer.label, field, unknown: form.unknownAnswers)
    }

    /// The label of an answer that speaks of a recommendation though the place of the recommender is empty: 协会推荐理由. Who
    /// writes 无 there has answered.
    var recommendationWithoutName: String? {
        guard statedRecommender.isEmpty, hasRecommenderField else { return nil }
        return form.answers.first {
            $0.field.destination == nil && RecommendationLine.speaks($0.label, $0.text)
        }?.label
            ?? form.unknownAnswers.first { RecommendationLine.speaks($0.label, $0.text) }?.label
    }

    /// Words outside of the fields that say that somebody recommends the team though the place of the recommender is empty.
    var recommendationElsewhere: String? {
        statedRecommender.isEmpty && hasRecommenderField ? form.recommendation : nil
    }

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
        if let lost = form.lostText { notes.append(.lostText(lost)) }
        let filled = form.answers.filter { !$0.text.isEmpty && $0.part == nil }
        privateFields = filled.filter(\.field.isPrivate).map { Self.name(of: $0, in: form) }
        otherFields = filled.filter { !$0.field.isPrivate && $0.field.destination == nil }.map(\.label)

        var markdown = MarkdownText(form.file)
        let text = Self.body(of: form, &markdown, notes: &notes)
        body = text + markdown.footnotes()
        pictures = markdown.pictures
        if !markdown.lostPictures.isEmpty { notes.append(.lostPictures(markdown.lostPictures)) }
        if markdown.absentPictures > 0 { notes.append(.absentPictures(markdown.absentPictures)) }
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

    /// What the definition of a field expects; `nil` where the answer, which may be empty, is that.
    private static func expected(of answer: FilledForm.Answer) -> LocalizedText? {
        guard !answer.text.isEmpty else { return nil }
        switch answer.field.kind {
        case .number(let minimum, let maximum): return expectedNumber(answer, minimum, maximum)
        case .choice(let choices):
            let isThere = choices.contains { LabelText.normal($0) == LabelText.normal(answer.text) }
            return isThere
                ? nil
                : LocalizedText(
                    zh: "应为\(choices.joined(separator: "、"))之一", en: "one of \(choices.joined(separator: ", "))")
        case .date:
            return AnswerValue.date(answer.text) == nil
                ? LocalizedText(zh: "应为日期，如 2026年5月8日", en: "a day such as 2026-05-08") : nil
        default: return nil
        }
    }

    private static func expectedNumber(
        _ answer: FilledForm.Answer, _ minimum: Double?, _ maximum: Double?
    ) -> LocalizedText? {
        // Teams count whole persons, and years are whole.
        let isWhole = answer.field.destination.map(Self.isWhole) ?? false
        let value = AnswerValue.number(answer.text)
        // Two digits are no year.
        let lowest = minimum ?? (answer.field.destination == .year ? 1900 : isWhole ? 1 : -.infinity)
        let highest = maximum ?? (answer.field.destination == .year ? 2199 : .infinity)
        if let value, (lowest...max(lowest, highest)).contains(value), !isWhole || Int(exactly: value) != nil {
            return nil
        }
        guard minimum != nil || maximum != nil else {
            return LocalizedText(zh: isWhole ? "应为整数" : "应为数字", en: isWhole ? "a whole number" : "a number")
        }
        let range = [minimum, maximum].map { limit in limit.map { Self.digits($0) } }
        return LocalizedText(
            zh:
                "应为\(isWhole ? "整数" : "数字")，\(range[0].map { "不小于 \($0)" } ?? "")\(minimum != nil && maximum != nil ? "、" : "")\(range[1].map { "不大于 \($0)" } ?? "")",
            en:
                "a \(isWhole ? "whole " : "")number\(range[0].map { " from \($0)" } ?? "")\(range[1].map { " up to \($0)" } ?? "")"
        )
    }

    private static func isWhole(_ destination: FormField.Destination) -> Bool {
        let column = RosterColumn.askedByForms.first { FormField.Destination($0) == destination }
        if case .integer = column?.schema.type { return true }
        return destination == .year
    }

    private static func digits(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }
}
