import Diagnostics
import Markdown
import Rules
import Values

/// Reads the write-up of a team.
enum WriteUpReader {
    /// - Parameter scan: what is looked for in the whole file, together with its text.
    static func read(
        _ file: SourceFile, path: SitePath, year: Int, teamID: TeamID, scan: FileScan, bodies: BodyReading,
        findings: inout [Diagnostic]
    ) -> WriteUpEntry? {
        PageReader.read(file, path: path, schema: .writeUp, findings: &findings) { reader in
            let title = reader.fields.value(of: CommonFields.title)
            let offset = reader.bodyOffset
            // What a draft lacks is still to be written. What is wrong with the field is found when the page is read.
            var fields = reader.fields
            let isDraft = fields.value(of: CommonFields.draft) != nil
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
            let values = reader.fields.values(of: WriteUpFields.all)
            if let established = values[WriteUpFields.established], let registered = values[WriteUpFields.registered],
                registered.value < established.value
            {
                reader.report(
                    Diagnostic(
                        .metaRange, at: registered.range,
                        message: LocalizedText(
                            zh: "注册时间早于成立时间。", en: "The team was registered before it was established."))
                )
            }
            if page == nil { text.takeNotes() }
            reader.report(text.isReadLater && page != nil ? [] : text.knownNotes?.findings ?? [])
            if values[WriteUpFields.consent]?.photos == nil {
                for photo in values[WriteUpFields.photos] where photo.showsPeople { reader.report(unagreed(photo)) }
            }
            guard let page else { return nil }
            reader.report(WriteUpChecks.findings(about: values[WriteUpFields.indicators]))
            return WriteUpEntry(page: page, year: year, teamID: teamID, values: values)
        }
    }

    private static func unagreed(_ photo: WriteUpEntry.Photo) -> Diagnostic {
        Diagnostic(
            .photoConsent, at: photo.file.range,
            message: LocalizedText(
                zh: "照片“\(photo.file.value)”能认出人物，没有写单独同意的日期。",
                en: "People can be recognised in “\(photo.file.value)”, and no day of their consent is given."),
            help: LocalizedText(
                zh: "取得书面同意后写“同意: {照片: 日期}”；没有同意的，请换一张照片。",
                en: "Write `consent: {photos: <day>}` once they have agreed in writing, or choose another photo."))
    }
}
