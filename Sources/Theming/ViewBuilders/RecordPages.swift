import Content
import Fields
import SiteModel

/// The pages on the state of the record: home, publicity, changes, looking up, and the page for wrong addresses.
enum RecordPages {
    static func home(_ context: RenderContext) -> HomePageView {
        let site = context.site
        let newest = site.editions.first
        return HomePageView(
            edition: context.editionItems.first,
            figures: newest.map { EditionPages.figures($0.figures, context, of: $0.state) } ?? [],
            openPublicity: publicity(context).open, openCalls: openCalls(context),
            notices: site.documents[.notice].prefix(5).compactMap { ItemViews.notice($0, context) },
            practices: Array(context.practiceItems.prefix(6)),
            tiles: site.provinces.filter { $0.province.tile != nil }.map { ItemViews.tile($0, context) },
            editions: context.editionItems,
            body: site.home.map { context.html(of: $0.page) } ?? [])
    }

    static func publicity(_ context: RenderContext) -> PublicityPageView {
        var open: [PublicityView] = []
        var past: [PublicityView] = []
        for (edition, item) in zip(context.site.editions, context.editionItems) {
            guard let publicity = edition.entry.publicity, edition.state != .draft else { continue }
            let isOver = edition.state == .final || edition.state == .publicityEnded
            let view = PublicityView(
                edition: item, state: context.words[isOver ? .statePublicityEnded : ItemViews.stateKey(edition.state)],
                period: context.words.text(
                    .period,
                    [
                        "from": context.dates.text(publicity.from.value),
                        "to": context.dates.text(publicity.to.value),
                    ]),
                contact: publicity.contact.value, isOpen: edition.state == .publicityOpen)
            if isOver { past.append(view) } else { open.append(view) }
        }
        return PublicityPageView(
            open: open, past: past, supervisionURL: supervisionURL(context))
    }

    /// The page on public supervision, where the site has one.
    private static func supervisionURL(_ context: RenderContext) -> String? {
        context.site.routes[SiteURL.supervision].map { context.href($0.url) }
    }

    static func changes(_ context: RenderContext) -> ChangesPageView {
        func views(where isWanted: (Change.Kind) -> Bool) -> [ChangeView] {
            context.site.changes.filter { isWanted($0.kind) }.map { ItemViews.change($0, context) }
        }
        return ChangesPageView(
            withdrawals: views { if case .withdrawal = $0 { true } else { false } },
            corrections: views { if case .correction = $0 { true } else { false } },
            renamings: views { if case .renaming = $0 { true } else { false } })
    }

    static func search(_ context: RenderContext) -> SearchPageView {
        let documents = DocumentKind.allCases.compactMap { kind in
            kind.declaration.listWords.flatMap { words in kind.listURL.map { (words.title, $0) } }
        }
        let awards: [(TextKey, String)] = [
            (.awards, SiteURL.awards), (.provinces, SiteURL.provinces), (.enterprises, SiteURL.enterprises),
        ]
        let lists =
            awards.map { ($0.0.rawValue, $0.1) } + documents + [(TextKey.verify.rawValue, SiteURL.verify)]
        return SearchPageView(
            indexURL: context.href(SearchScope.everything.rootURL),
            lists: lists.map { LinkView(title: context.words[declared: $0.0], url: context.href($0.1)) })
    }

    static func verify(_ context: RenderContext) -> VerifyPageView {
        VerifyPageView(
            indexURL: context.href(SearchScope.titles.rootURL), editions: context.editionItems,
            provincesURL: context.href(SiteURL.provinces), enterprisesURL: context.href(SiteURL.enterprises),
            changesURL: context.href(SiteURL.changes), supervisionURL: supervisionURL(context),
            count: context.words.text(.verifyCount, ["count": String(context.site.teams.count)]))
    }

    static func notFound(_ context: RenderContext) -> NotFoundPageView {
        let links: [(TextKey, String)] = [
            (.home, SiteURL.home), (.awards, SiteURL.awards), (.practices, SiteURL.practices),
            (.search, SiteURL.search), (.verify, SiteURL.verify), (.forms, DocumentKind.form.listURL ?? SiteURL.home),
        ]
        return NotFoundPageView(
            links: links.map { LinkView(title: context.words[$0.0], url: context.href($0.1)) })
    }

    /// Calls whose edition takes applications on the day of the build.
    private static func openCalls(_ context: RenderContext) -> [CallView] {
        context.site.documents[.notice].compactMap { notice in
            guard notice[NoticeFields.kind]?.value == .call, let year = notice.edition?.value,
                let item = ItemViews.notice(notice, context),
                let deadline = context.site.deadlines[year], deadline >= context.site.day
            else { return nil }
            return CallView(
                notice: item, deadline: context.dates.view(deadline),
                forms: context.site.documents[.form].filter { $0.isValid(on: context.site.day) }.map {
                    LinkView(title: $0.page.title.value, url: context.href($0.page.url))
                })
        }
    }
}
