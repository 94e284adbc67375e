import Diagnostics
import Rules
import Screening
import SiteModel

/// Says what finished pages lack, have in common that they should not, or tell about persons.
struct PageComparison {
    /// In the order of their addresses.
    let outlines: [PageOutline]
    /// Where each page's content stands.
    let sources: [String: SourceRange]
    let explained: ExplainedData
    let places: FaultPlaces

    func findings() -> [Diagnostic] {
        faults() + sameTitles() + sameDescriptions() + personalData()
    }

    private func faults() -> [Diagnostic] {
        var occurrences: [FaultPlaces.Occurrence<PageFault>] = []
        for outline in outlines {
            for placed in outline.faults {
                let isTold =
                    placed.fault == .headingOrder
                    && [.headingOrder, .topLevelHeading].contains { explained.isBroken($0, on: outline.url) }
                if !isTold { occurrences.append(.init(of: placed.fault, on: outline.url, bytes: placed.bytes)) }
            }
        }
        return places.groups(occurrences, sources: sources, kind: { $0 }).map { group in
            let fault = group.faults[0]
            return Diagnostic(
                fault.rule, at: group.place, message: fault.message(on: PageNames.text(group.urls)),
                help: LocalizedText(zh: "请检查主题模板。", en: "Look at the theme's templates."), url: group.urls[0])
        }
    }

    private func sameTitles() -> [Diagnostic] {
        groups(by: \.title).filter { urls in !urls.contains { explained.isBroken(.duplicateTitle, on: $0) } }.map {
            same(
                .duplicateTitle, LocalizedText(zh: "标题", en: "title"), on: $0,
                help: LocalizedText(
                    zh: "请在标题中写出它们的区别，如年度、省份或企业。",
                    en: "Say in the titles what tells them apart, such as year, province or enterprise."))
        }
    }

    private func sameDescriptions() -> [Diagnostic] {
        groups(by: \.description).map {
            same(
                .duplicateDescription, LocalizedText(zh: "描述", en: "description"), on: $0,
                help: LocalizedText(
                    zh: "请在文件开头用“描述”或“摘要”各写一句。",
                    en: "Write a sentence of its own for each, under description or summary."))
        }
    }

    /// - Parameters:
    ///   - what: what the pages share.
    ///   - urls: at least two.
    private func same(_ rule: Rule, _ what: LocalizedText, on urls: [String], help: LocalizedText) -> Diagnostic {
        let (zh, en) =
            urls.count > 2 ? (" 等 \(urls.count) 个页面", " and \((urls.count - 2).counting("more page"))") : (" ", "")
        return Diagnostic(
            rule, at: sources[urls[0]],
            message: LocalizedText(
                zh: "页面 \(urls[0]) 和 \(urls[1])\(zh)的\(what.zh)完全相同。",
                en: "\(urls[0]) and \(urls[1])\(en) have one \(what.en)."), help: help, url: urls[0])
    }

    /// Addresses of pages that share a hash, in groups of two or more.
    private func groups(by hash: KeyPath<PageOutline, UInt64?>) -> [[String]] {
        var urls: [UInt64: [String]] = [:]
        for outline in outlines {
            if let value = outline[keyPath: hash] { urls[value, default: []].append(outline.url) }
        }
        // A team that a roster lists twice has two pages that say the same; the roster's finding tells it.
        return urls.values.filter { urls in
            urls.count > 1 && !(explained.holdsTeamsTwice && urls.allSatisfy { $0.hasPrefix(SiteURL.awards) })
        }.sorted { $0[0] < $1[0] }
    }

    /// What stands in the pages and in no source as it is: divided by markup, or put together by a template.
    private func personalData() -> [Diagnostic] {
        var pages: [PageOutline.PersonalData: [String]] = [:]
        for outline in outlines {
            for data in outline.personalData where !explained.holds(data.value) {
                pages[data, default: []].append(outline.url)
            }
        }
        return pages.sorted { ($0.value[0], $0.key.value) < ($1.value[0], $1.key.value) }.map { data, urls in
            let pages = PageNames.text(urls)
            let name = PersonalDataFinding.name(of: data.rule)
            let after = data.context.allSatisfy(\.isWhitespace) ? nil : data.context
            // The title is where the page is found, not what is to be masked.
            let place = sources[urls[0]].map { $0.file.range($0.bytes.lowerBound..<$0.bytes.lowerBound) }
            return Diagnostic(
                data.rule, at: place,
                message: LocalizedText(
                    zh: "\(pages.zh)上\(after.map { "“\($0)”之后" } ?? "")像是有\(name.zh)。",
                    en: "\(pages.en), \(after.map { "after “\($0)”, " } ?? "")there seems to be \(name.en)."),
                help: LocalizedText(
                    zh: "内容里分开写、加了格式的号码，在页面上是连着的；请删去。",
                    en: "A number that is written in parts or marked up stands together on the page; delete it."),
                url: urls[0])
        }
    }
}
