// The numbers of the common dispatch model (../README.md), random numbers, the heap, and what a program prints of a run.
// Times are minutes.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <limits>
#include <queue>
#include <random>
#include <vector>

namespace spec {

constexpr int workers = 200, departments = 15, crews = 5;
constexpr double gap = 365.0 * 24 * 60 / (10000 * 16 * 10.75);
constexpr double look = 10, verify = 10, own_mean = 30, passed_mean = 50, cv = 1, passed = 0.3, false_claims = 0.05;
constexpr double day = 24 * 60;
constexpr double events_per_issue = 2 + 2 / (1 - false_claims);

struct SplitMix {  // Steele, Lea and Flood 2014
    using result_type = std::uint64_t;
    std::uint64_t state;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double uniform() { return (static_cast<double>((*this)() >> 11) + 0.5) * 0x1p-53; }
    double exponential(double mean) { return -mean * std::log(uniform()); }
};

struct Event {
    double time;
    std::uint32_t number;
    std::uint32_t issue;
    std::uint8_t kind;
    bool operator<(const Event& other) const {  // std::priority_queue takes the greatest first
        return time > other.time || (time == other.time && number > other.number);
    }
};

// What is kept of each issue and of each job; never: has not happened.
constexpr double never = -1;

struct Issue {
    double occurred, joined, looked, claimed, closed;
    std::int16_t worker, department;
};

struct Job {
    double joined, begun, ended;
    std::uint32_t issue;
    std::int16_t unit;
};

struct Tally {
    double start, stop, end;
    long issues = 0, events = 0, closed = 0;
    double sojourn = 0, worked = 0, crewed = 0;
    std::vector<Issue> table;
    std::vector<Job> jobs;

    std::uint32_t occurs(double now, std::int16_t worker) {
        ++issues, ++events;
        table.push_back({now, never, never, never, never, worker, -1});
        return static_cast<std::uint32_t>(table.size() - 1);
    }
    void works(std::uint32_t number, bool department, double begin, double finish) {
        ++events;
        const Issue& issue = table[number];
        const int unit = department ? workers + issue.department : issue.worker;
        jobs.push_back({issue.joined, begin, finish, number, static_cast<std::int16_t>(unit)});
        const double busy = std::min(finish, stop) - std::max(begin, start);
        if (busy > 0) (department ? crewed : worked) += busy;
    }
    void closes(std::uint32_t number, double now) {
        Issue& issue = table[number];
        issue.closed = now;
        const double occurred = issue.occurred;
        if (start <= occurred && occurred < stop) ++closed, sojourn += now - occurred;
    }
    void print(double cpu, double wall) const {
        std::printf("{\"issues\": %ld, \"events\": %ld, ", issues, events);
        if (closed > 0) std::printf("\"sojourn_min\": %.9g, ", sojourn / closed);
        else std::printf("\"sojourn_min\": null, ");
        std::printf("\"workers\": %.9g, \"departments\": %.9g, \"cpu_seconds\": %.6f, \"wall_seconds\": %.6f}\n",
                    worked / ((stop - start) * workers), crewed / ((stop - start) * departments * crews), cpu, wall);
        std::fflush(stdout);
    }
};

// Arguments as the Python programs take them: --days D --seeds S S S
template <class Run>
int main_of(int argc, char** argv, Run run) {
    double days = 42;
    std::vector<std::uint64_t> seeds;
    for (int i = 1; i < argc; ++i) {
        if (!std::strcmp(argv[i], "--days") && i + 1 < argc) days = std::atof(argv[++i]);
        else if (std::strcmp(argv[i], "--seeds")) seeds.push_back(std::strtoull(argv[i], nullptr, 10));
    }
    if (seeds.empty()) seeds.push_back(1);
    for (const auto seed : seeds) {
        Tally tally{day, day + days * day, 3 * day + days * day};
        const auto wall = std::chrono::steady_clock::now();
        const auto cpu = std::clock();
        run(tally, seed);
        tally.print(double(std::clock() - cpu) / CLOCKS_PER_SEC,
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count());
    }
    return 0;
}

}  // namespace spec
