// The common dispatch model (../README.md) in C++: records in vectors, a binary heap of the standard library.
#include <deque>

#include "spec.hpp"

namespace {

enum Kind : std::uint8_t { occurs, looked, handled, crew_done, verified };

struct Next {
    std::uint32_t issue;
    bool verifies;
};

struct Worker {
    bool busy = false;
    std::deque<Next> first;
    std::deque<std::uint32_t> looks;
};

struct Department {
    int free = spec::crews;
    std::deque<std::uint32_t> line;
};

class Dispatch {
public:
    Dispatch(spec::Tally& tally, std::uint64_t seed)
        : tally(tally), random{seed}, workers(spec::workers), departments(spec::departments), issues(tally.table) {}

    void run() {
        next_issue();
        while (heap.top().time < tally.end) {
            const spec::Event event = heap.top();
            heap.pop();
            now = event.time;
            handle_event(event);
        }
    }

private:
    spec::Tally& tally;
    spec::SplitMix random;
    std::vector<Worker> workers;
    std::vector<Department> departments;
    std::vector<spec::Issue>& issues;
    std::priority_queue<spec::Event> heap;
    double now = 0;
    std::uint32_t number = 0;
    const double sigma = std::sqrt(std::log(1 + spec::cv * spec::cv));
    std::lognormal_distribution<double> own{std::log(spec::own_mean) - sigma * sigma / 2, sigma};
    std::lognormal_distribution<double> passed{std::log(spec::passed_mean) - sigma * sigma / 2, sigma};

    void after(double delay, Kind kind, std::uint32_t issue) { heap.push({now + delay, number++, issue, kind}); }

    void handle_event(const spec::Event& event) {
        switch (event.kind) {
            case occurs: return on_occurs();
            case looked: return on_looked(event.issue);
            case handled: return on_handled(event.issue);
            case crew_done: return on_crew_done(event.issue);
            case verified: return on_verified(event.issue);
        }
    }

    void next_issue() { after(random.exponential(spec::gap), occurs, 0); }

    void on_occurs() {
        const int worker = static_cast<int>(random.uniform() * spec::workers);
        const auto issue = tally.occurs(now, static_cast<std::int16_t>(worker));
        next_issue();
        issues[issue].joined = now;
        workers[worker].looks.push_back(issue);
        take(worker);
    }

    void take(int number) {
        Worker& worker = workers[number];
        if (worker.busy) return;
        if (!worker.first.empty()) {
            const Next job = worker.first.front();
            worker.first.pop_front();
            if (job.verifies) work(worker, job.issue, spec::verify, verified);
            else work(worker, job.issue, own(random), handled);
        } else if (!worker.looks.empty()) {
            const auto issue = worker.looks.front();
            worker.looks.pop_front();
            work(worker, issue, spec::look, looked);
        }
    }

    void work(Worker& worker, std::uint32_t issue, double time, Kind then) {
        worker.busy = true;
        tally.works(issue, false, now, now + time);
        after(time, then, issue);
    }

    void on_looked(std::uint32_t issue) {
        const int worker = issues[issue].worker;
        workers[worker].busy = false;
        issues[issue].looked = now;
        if (random.uniform() < spec::passed)
            issues[issue].department = static_cast<std::int16_t>(random.uniform() * spec::departments);
        handle(issue);
        take(worker);
    }

    void handle(std::uint32_t issue) {
        spec::Issue& it = issues[issue];
        it.joined = now;
        if (it.department < 0) {
            workers[it.worker].first.push_back({issue, false});
            take(it.worker);
        } else {
            departments[it.department].line.push_back(issue);
            send(departments[it.department]);
        }
    }

    void send(Department& department) {
        if (department.free == 0 || department.line.empty()) return;
        --department.free;
        const auto issue = department.line.front();
        department.line.pop_front();
        const double time = passed(random);
        tally.works(issue, true, now, now + time);
        after(time, crew_done, issue);
    }

    void on_crew_done(std::uint32_t issue) {
        Department& department = departments[issues[issue].department];
        ++department.free;
        verify(issue);
        send(department);
    }

    void on_handled(std::uint32_t issue) {
        workers[issues[issue].worker].busy = false;
        verify(issue);
        take(issues[issue].worker);
    }

    void verify(std::uint32_t issue) {
        issues[issue].claimed = issues[issue].joined = now;
        workers[issues[issue].worker].first.push_back({issue, true});
        take(issues[issue].worker);
    }

    void on_verified(std::uint32_t issue) {
        const int worker = issues[issue].worker;
        workers[worker].busy = false;
        if (random.uniform() < spec::false_claims) handle(issue);
        else tally.closes(issue, now);
        take(worker);
    }
};

}  // namespace

int main(int argc, char** argv) {
    return spec::main_of(argc, argv, [](spec::Tally& tally, std::uint64_t seed) { Dispatch(tally, seed).run(); });
}
