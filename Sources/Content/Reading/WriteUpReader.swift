import Diagnostics
import Markdown

/// Reads the write-up of a team.
enum WriteUpReader {
    /// - Parameter scan: what is looked for in the whole file, together with its text.
    static func read(
        _ file: SourceFile, path: SitePath, year: Int, teamID: TeamID, scan: FileScan, bodies: BodyReading,
        findings: inout [Diagnostic]
    ) -> WriteUpEntry? {
        guard var reader = PageReader(file, path: path, schema: .writeUp, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let title = reader.fields.text("title")
        let offset = reader.bodyOffset
        // What a draft lacks is still to be written. What is wrong with the field is found when the page is read.
        var fields = reader.fields
        let isDraft = fields.flag("draft")
        let text = bodies.body {
            var reading = PageReader.body(of: file, from: offset)
            if let title, !isDraft {
                // A part whose heading failed is there.
                let hasFailedHeading = reading.notes.findings.contains { $0.rule == .failedHeading }
                reading.notes.findings += WriteUpChecks.findings(about: reading.document, title: title.range)
                    .filter { $0.rule != .writeUpParts || !hasFailedHeading }
            }
            reading.notes.findings += scan.findings(in: file)
            return reading
        }
        let page = reader.page(title: title, text: text)
        let training: (rate: Located<Double>?, pass: Located<Double>?)? =
            reader.fields.object("training", .training) { fields in (rate("rate", &fields), rate("pass", &fields)) }
        let accidents = accidents(&reader.fields)
        let consent: (names: Located<CalendarDate>?, photos: Located<CalendarDate>?)? =
            reader.fields.object("consent", .consent) { fields in (fields.date("names"), fields.date("photos")) }
        let entry = WriteUpEntry.Fields(
            established: reader.fields.date("established"), registered: reader.fields.date("registered"),
            scores: scores(&reader.fields), methods: reader.fields.names("methods"),
            works: reader.fields.names("works"),
            practices: reader.fields.names("practices"), indicators: indicators(&reader.fields),
            photos: photos(&reader.fields), kind: reader.fields.word("team_kind", as: TeamKind.self))
        if let established = entry.established, let registered = entry.registered, registered.value < established.value
        {
            reader.fields.report(
                Diagnostic(
                    .metaRange, at: registered.range,
                    message: LocalizedText(zh: "注册时间早于成立时间。", en: "The team was registered before it was established."))
            )
        }
        if page == nil { text.takeNotes() }
        findings += text.isReadLater && page != nil ? [] : text.knownNotes?.findings ?? []
        if consent?.photos == nil {
            for photo in entry.photos where photo.showsPeople { reader.fields.report(unagreed(photo)) }
        }
        guard let page else { return nil }
        findings += WriteUpChecks.findings(about: entry.indicators)
        return WriteUpEntry(
            page: page, year: year, teamID: teamID, established: entry.established, registered: entry.registered,
            scores: entry.scores, methods: entry.methods, works: entry.works, practices: entry.practices,
            trainingRate: training?.rate, passRate: training?.pass, accidents: accidents,
            indicators: entry.indicators, photos: entry.photos, consentToNames: consent?.names,
            consentToPhotos: consent?.photos, kind: entry.kind)
    }

    private static func unagreed(_ photo: WriteUpEntry.Photo) -> Diagnostic {
        Diagnostic(
            .photoConsent, at: photo.file.range,
            message: LocalizedText(
                zh: "照片“\(photo.file.value)”能认出人物，没有写单独同意的日期。",
                en: "People can be recognised in “\(photo.file.value)”, and no day of their consent is given."),
            help: LocalizedText(
                zh: "取得书面同意后写“consent: {photos: 日期}”；没有同意的，请换一张照片。",
                en: "Write `consent: {photos: <day>}` once they have agreed in writing, or choose another photo."))
    }

    private static func rate(_ name: String, _ fields: inout FieldReader) -> Located<Double>? {
        guard let rate = fields.number(name, in: 0...100) else { return nil }
        guard (0...100).contains(rate.value) else {
            fields.report(
                Diagnostic(
                    .metaRange, at: rate.range,
                    message: LocalizedText(zh: "比率应在 0 至 100 之间。", en: "A rate is between 0 and 100.")))
            return nil
        }
        if rate.value < 90 {
            fields.report(
                Diagnostic(
                    .metaRateBelow90, at: rate.range,
                    message: LocalizedText(
                        zh: "低于 90%，管理办法第八条要求不低于 90%。", en: "Below 90 %, which Art. 8 of the measures asks for.")))
        }
        return rate
    }

    private static func accidents(_ fields: inout FieldReader) -> Located<Int>? {
        guard let accidents = fields.integer("accidents", in: 0...Int.max) else { return nil }
        if accidents.value != 0 {
            fields.report(
                Diagnostic(
                    accidents.value > 0 ? .metaAccidents : .metaRange, at: accidents.range,
                    message: accidents.value > 0
                        ? LocalizedText(
                            zh: "近三年有事故的班组不符合管理办法第十四条，不得列入。",
                            en:
                                "With an accident in the last three years a team cannot be listed (Art. 14 of the measures)."
                        )
                        : LocalizedText(zh: "事故数不能是负数。", en: "The number of accidents cannot be negative.")))
        }
        return accidents
    }

    private static func scores(_ fields: inout FieldReader) -> [(criterion: Criterion, points: Located<Double>)] {
        let entries = fields.entries("scores") { name -> (Criterion?, Diagnostic?) in
            if let criterion = Criterion(word: name.value) { return (criterion, nil) }
            let names = Criterion.allCases.flatMap { [$0.rawValue, $0.chineseName] }
            let suggestion = NearestName.suggestion(for: name.value, among: names)
            return (
                nil,
                Diagnostic(
                    .metaUnknownField, at: name.range,
                    message: LocalizedText(
                        zh: "评分表没有项目“\(name.value)”。", en: "The scoring table has no criterion “\(name.value)”."),
                    help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") },
                    replacement: suggestion)
            )
        }
        let missing = Criterion.allCases.filter { wanted in !entries.contains { $0.0.value == wanted } }
        if let first = entries.first?.0, !missing.isEmpty {
            fields.report(
                Diagnostic(
                    .partialScores, at: first.range,
                    message: LocalizedText(
                        zh: "评分缺少“\(missing.map(\.chineseName).joined(separator: "”“"))”。",
                        en: "The scores lack \(missing.map(\.englishName).joined(separator: ", "))."),
                    help: LocalizedText(zh: "请补上，或删去全部评分。", en: "Add them, or leave all scores out.")))
        }
        return entries.compactMap { criterion, tree in
            let maximum = criterion.value.maximumPoints
            guard let points = fields.number(tree, "scores", in: 0...Double(maximum)) else { return nil }
            guard (0...Double(maximum)).contains(points.value) else {
                fields.report(
                    Diagnostic(
                        .metaRange, at: points.range,
                        message: LocalizedText(
                            zh: "“\(criterion.value.chineseName)”得分应在 0 至 \(maximum) 之间。",
                            en: "“\(criterion.value.englishName)” has 0 to \(maximum) points.")))
                return nil
            }
            return (criterion.value, points)
        }
    }

    private static func indicators(_ fields: inout FieldReader) -> [WriteUpEntry.Indicator] {
        fields.objects("indicators", .indicator) { fields in
            let name = fields.text("name")
            let unit = fields.text("unit")
            let before = fields.number("before")
            let after = fields.number("after")
            let target = fields.number("target")
            let better = fields.word("better", as: BetterDirection.self)
            guard let name, let after, let better else { return nil }
            return WriteUpEntry.Indicator(
                name: name, unit: unit, before: before, after: after, target: target, better: better)
        }
    }

    private static func photos(_ fields: inout FieldReader) -> [WriteUpEntry.Photo] {
        fields.objects("photos", .photo) { fields in
            let file = fields.text("file")
            let alt = fields.text("alt")
            let caption = fields.text("caption")
            let showsPeople = fields.flag("people")
            if let alt, AlternativeText.saysNothing(alt.value) {
                fields.report(
                    Diagnostic(
                        .alternativeText, at: alt.range, message: AlternativeText.message,
                        help: LocalizedText(
                            zh: "请写图上有什么，如“井周分层压实”。", en: "Say what is to be seen, as “layers being compacted”.")))
            }
            guard let file, let alt else { return nil }
            return WriteUpEntry.Photo(
                file: file.map(FileReference.init), alt: alt, caption: caption, showsPeople: showsPeople)
        }
    }
}

extension WriteUpEntry {
    /// The fields that are read on their own.
    fileprivate struct Fields {
        let established: Located<CalendarDate>?
        let registered: Located<CalendarDate>?
        let scores: [(criterion: Criterion, points: Located<Double>)]
        let methods: [Located<String>]
        let works: [Located<String>]
        let practices: [Located<String>]
        let indicators: [Indicator]
        let photos: [Photo]
        let kind: Located<TeamKind>?
    }
}
